import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth.server.ts'
import { DataTable } from '#app/components/page/data-table.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { keyOfShortcuts, staffShortcuts } from '#app/components/page/staff-navigation.ts'

export const meta: MetaFunction = () => [{ title: 'Sneltoetsen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  return { signedIn: { name: viewer.name } }
}

const modifiers = [
  { where: 'Edge of Chrome op Windows', keys: 'Alt + toets' },
  { where: 'Firefox op Windows', keys: 'Alt + Shift + toets' },
  { where: 'Elke browser op een Mac', keys: 'Control + Option + toets' },
]

export default function ShortcutsPage() {
  const { signedIn } = useLoaderData<typeof loader>()
  return (
    <StaffLayout signedIn={signedIn} current="beheer">
      <h1>Sneltoetsen</h1>
      <p className="lead">
        Een sneltoets werkt altijd samen met een andere toets. Gewoon typen doet dus nooit iets onverwachts.
      </p>
      <DataTable
        caption="Waar een toets heen gaat"
        columns={[
          { key: 'key', header: 'Toets', cell: ({ key }) => <kbd>{key}</kbd> },
          { key: 'text', header: 'Gaat naar', cell: ({ href, text }) => <a href={href}>{text}</a> },
        ]}
        rows={[...staffShortcuts, { key: keyOfShortcuts, href: '/beheer/toetsen', text: 'Deze lijst' }]}
        rowKey={({ key }) => key}
      />
      <DataTable
        caption="Welke toets u erbij indrukt"
        columns={[
          { key: 'where', header: 'Waar', cell: ({ where }) => where },
          { key: 'keys', header: 'Samen met', cell: ({ keys }) => keys },
        ]}
        rows={modifiers}
        rowKey={({ where }) => where}
      />
    </StaffLayout>
  )
}
