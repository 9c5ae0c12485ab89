import { DataTable } from '../page/data-table.tsx'

export type PlannedMail = {
  key: string
  /** "Gewijzigd: zaal" */
  mail: string
  /** "aangemelde raadsleden van Leiderdorp" */
  to: string
  /** What becomes of the entry in a calendar; absent where no mail of these has one. */
  calendar?: string
  count: number
}

/** Which mails go out when this is confirmed, and to how many. Never an address. */
export function MailPreview({ mails }: { mails: readonly PlannedMail[] }) {
  const total = mails.reduce((sum, mail) => sum + mail.count, 0)
  if (total === 0) return <p>Er gaan geen mails uit.</p>
  return (
    <>
      <DataTable
        caption="Deze mails gaan uit"
        columns={[
          { key: 'mail', header: 'Mail', cell: (row) => row.mail },
          { key: 'to', header: 'Aan', cell: (row) => row.to },
          ...(mails.some(({ calendar }) => calendar !== undefined)
            ? [{ key: 'calendar', header: 'In de agenda', cell: (row: PlannedMail) => row.calendar }]
            : []),
          { key: 'count', header: 'Aantal', cell: (row) => row.count, numeric: true },
        ]}
        rows={mails}
        rowKey={(row) => row.key}
      />
      <p>{total === 1 ? 'Samen 1 mail.' : `Samen ${total} mails.`} Er is nog niets verstuurd.</p>
    </>
  )
}
