import { Notice } from './notice.tsx'

type WarningListProps = {
  title?: string
  warnings: readonly string[]
}

/** What to look at again; never a block, staff decide. Draws nothing when there is nothing. */
export function WarningList({ title = 'Kijk dit nog na', warnings }: WarningListProps) {
  if (warnings.length === 0) return null
  return (
    <Notice kind="warning" title={title}>
      <ul>
        {warnings.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
