import { formatDate } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { SessionTime } from './session-time.tsx'

const venueWords = {
  councilChamber: 'raadzaal',
  other: 'andere plek',
  provinceHouse: 'provinciehuis',
  online: 'online',
} as const

type Wish = {
  reference: string
  formatTitle: string
  councilQuestion: string
  expectedPeople: number
  venueKind: keyof typeof venueWords
  venueNote: string
  councils: readonly { municipalityName: string }[]
}

type WishSummaryProps = {
  wish: Wish
  /** The evenings the council prefers, each with what speaks against it. */
  dates: readonly { day: Temporal.PlainDate; warnings: readonly string[] }[]
  /** The evening it chose of those that were proposed. */
  chosen: { start: Temporal.Instant; end: Temporal.Instant } | undefined
}

/** What the council asked for, beside the form that answers it. */
export function WishSummary({ wish, dates, chosen }: WishSummaryProps) {
  return (
    <section aria-labelledby="wens">
      <h2 id="wens">
        Wat is gevraagd in{' '}
        <a className="one-line" href={`/beheer/aanvraag/${wish.reference}`}>
          {wish.reference}
        </a>
      </h2>
      <DefinitionList
        rows={[
          { key: 'raden', term: 'Raden', value: joinNames(wish.councils.map((each) => each.municipalityName)) },
          { key: 'vorm', term: 'Vorm', value: wish.formatTitle },
          { key: 'mensen', term: 'Verwacht aantal mensen', value: wish.expectedPeople },
          {
            key: 'plaats',
            term: 'Plaats',
            value: [venueWords[wish.venueKind], wish.venueNote].filter(Boolean).join(', '),
          },
          { key: 'vraag', term: 'Eigen vraag van de raad', value: wish.councilQuestion || 'geen' },
          { key: 'data', term: 'Liefst op', value: <PreferredDates dates={dates} /> },
          ...(chosen ? [{ key: 'gekozen', term: 'Gekozen avond', value: <SessionTime {...chosen} /> }] : []),
        ]}
      />
    </section>
  )
}

function PreferredDates({ dates }: Pick<WishSummaryProps, 'dates'>) {
  if (dates.length === 0) return <>geen voorkeur</>
  return (
    <ul className="plain-list">
      {dates.map(({ day, warnings }) => (
        <li key={day.toString()}>
          {formatDate(day)}
          {warnings.map((sentence) => (
            <span key={sentence} className="quiet">
              {' '}
              {sentence}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
