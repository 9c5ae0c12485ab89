import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { Moment } from '../page/moment.tsx'

type RequestToPlan = { reference: string; municipalities: readonly string[]; waitingSince: Temporal.Instant }

/** The requests that wait for an evening, who waits longest first. */
export function RequestsToPlan({ requests }: { requests: readonly RequestToPlan[] }) {
  return (
    <>
      <p className="lead">Voor welke aanvraag plant u een bijeenkomst?</p>
      <DataTable
        caption="Aanvragen in behandeling zonder bijeenkomst"
        columns={[
          {
            key: 'reference',
            header: 'Aanvraag',
            cell: ({ reference }) => (
              <a className="one-line" href={`/beheer/sessies/nieuw?aanvraag=${reference}`}>
                {reference}
              </a>
            ),
          },
          { key: 'councils', header: 'Raden', cell: ({ municipalities }) => joinNames(municipalities) },
          { key: 'since', header: 'Wacht sinds', cell: ({ waitingSince }) => <Moment at={waitingSince} /> },
        ]}
        rows={requests}
        rowKey={({ reference }) => reference}
        empty={
          <EmptyState title="Er wacht geen aanvraag op een bijeenkomst">
            Neem eerst een aanvraag in behandeling in de <a href="/beheer/wachtrij">wachtrij</a>.
          </EmptyState>
        }
      />
    </>
  )
}
