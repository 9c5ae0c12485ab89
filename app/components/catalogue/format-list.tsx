import type { SessionFormat } from '#app/domain/catalogue/offer.ts'

/** The forms a briefing can take, with how long each lasts and how the time is used. */
export function FormatList({ formats }: { formats: readonly SessionFormat[] }) {
  return (
    <ul className="format-list">
      {formats.map((format) => (
        <li key={format.id}>
          <h3>
            {format.title}, {format.minutes} minuten
          </h3>
          <p>
            {capitalised(format.setup)}. Voor {format.audience}.
          </p>
        </li>
      ))}
    </ul>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
