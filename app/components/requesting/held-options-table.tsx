import { DataTable } from '../page/data-table.tsx'

type HeldOption = { briefingSessionId: string; title: string; when: string; until: string; answer: string }

/** Evenings that are kept free for a council until somebody answers. */
export function HeldOptionsTable({ options }: { options: readonly HeldOption[] }) {
  return (
    <DataTable
      caption="Avonden die wij voor uw raad vasthouden"
      isSection
      columns={[
        {
          key: 'title',
          header: 'Optie',
          cell: ({ briefingSessionId, title }) => <a href={`/griffie/sessies/${briefingSessionId}/optie`}>{title}</a>,
        },
        { key: 'when', header: 'Wanneer', cell: ({ when }) => when },
        { key: 'until', header: 'Optie vervalt op', cell: ({ until }) => until },
        { key: 'answer', header: 'Uw antwoord', cell: ({ answer }) => answer },
      ]}
      rows={options}
      rowKey={({ briefingSessionId }) => briefingSessionId}
    />
  )
}
