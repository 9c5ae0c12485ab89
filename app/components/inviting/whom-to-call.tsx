import { Notice } from '../page/notice.tsx'

/** Who hears nothing by mail, because there is no address. Draws nothing when there is nobody. */
export function WhomToCall({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Notice kind="warning" title="Bel zelf">
      <ul>
        {names.map((name) => (
          <li key={name}>{name}: geen adres: bel</li>
        ))}
      </ul>
    </Notice>
  )
}
