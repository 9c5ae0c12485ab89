import { Button } from '@utrecht/button-react'
import { sessionStatusTexts } from '#app/domain/scheduling/briefing-session.ts'
import { periodWordOf, type ReadSessionFilter, sessionPeriodWords } from '#app/forms/scheduling/session-filter.ts'

/** Filters that end up in the address, so that a list can be kept as a bookmark. */
export function SessionFilterForm({ filter }: { filter: ReadSessionFilter }) {
  return (
    <form method="get" action="/beheer/sessies" className="filters">
      <div>
        <label htmlFor="periode">Periode</label>
        <select id="periode" name="periode" className="utrecht-select" defaultValue={periodWordOf(filter.period)}>
          {Object.entries(sessionPeriodWords).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="status">Status</label>
        <select
          id="status"
          name="status"
          className="utrecht-select"
          defaultValue={filter.status && sessionStatusTexts[filter.status]}
        >
          <option value="">Elke status</option>
          {Object.values(sessionStatusTexts).map((text) => (
            <option key={text} value={text}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="zoek">Titel of gemeente</label>
        <input id="zoek" name="zoek" type="search" className="utrecht-textbox" defaultValue={filter.text} />
      </div>
      <Button type="submit" appearance="secondary-action-button">
        Lijst tonen
      </Button>
    </form>
  )
}
