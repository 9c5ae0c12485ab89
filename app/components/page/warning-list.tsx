import { Notice } from './notice.tsx'

/** What to look at again. Never a block: staff decide. */
export function WarningList({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null
  return (
    <Notice kind="warning" title="Kijk dit nog na">
      <ul>
        {warnings.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
