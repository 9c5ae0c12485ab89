import type { SessionFormat } from '#app/domain/catalogue/offer.ts'
import { capital } from '#app/domain/first-letter.ts'

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
            {capital(format.setup)}. Voor {format.audience}.
          </p>
        </li>
      ))}
    </ul>
  )
}
