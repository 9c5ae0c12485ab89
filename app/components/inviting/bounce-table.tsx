import { type BounceKind, bounceWords } from '#app/domain/inviting/bounce-rule.ts'
import { DataTable } from '../page/data-table.tsx'
import { Moment } from '../page/moment.tsx'
import { WholeNumbers } from '../page/whole-numbers.tsx'

export type ShownBounce = { kind: BounceKind; status: string; at: Temporal.Instant; subject: string }

/** What came back from an address, and why. */
export function BounceTable({ rows }: { rows: readonly ShownBounce[] }) {
  return (
    <DataTable
      caption="Wat er terugkwam"
      columns={[
        { key: 'when', header: 'Wanneer', cell: ({ at }) => <Moment at={at} /> },
        { key: 'why', header: 'Waarom', cell: bounceWords },
        {
          key: 'mail',
          header: 'Mail',
          cell: ({ subject }) => <WholeNumbers>{subject || 'niet meer bewaard'}</WholeNumbers>,
        },
      ]}
      rows={rows.map((row, index) => ({ ...row, key: `${row.at} ${index}` }))}
      rowKey={({ key }) => key}
      empty={<p className="quiet">Hier is geen melding van een mailserver over dit adres bewaard.</p>}
    />
  )
}
