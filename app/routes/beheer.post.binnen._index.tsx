import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { InboxFilterForm } from '#app/components/inviting/inbox-filter-form.tsx'
import { inboxColumns } from '#app/components/inviting/inbox-table.tsx'
import { PostTabs } from '#app/components/inviting/post-tabs.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { inboxPath, readInboxFilter } from '#app/forms/inviting/inbox-filter.ts'
import { listIncomingMail } from '#app/use-cases/inviting/list-incoming-mail.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listEveningsToFilter } from '#db/inviting/evenings-with-mail.ts'

export const meta: MetaFunction = () => [{ title: 'Binnengekomen post - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const { db, site, env } = args.context
  const filter = readInboxFilter(new URL(args.request.url).searchParams)
  const [list, evenings] = await Promise.all([listIncomingMail(db, site, filter), listEveningsToFilter(db)])
  return { viewer, filter, ...list, evenings, keptDays: env.RETENTION_MAIL_DAYS }
}

export default function InboxPage() {
  const { viewer, filter, rows, next, evenings, keptDays } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <h1>Binnengekomen post</h1>
      <PostTabs current="binnen" />
      <p className="lead">Antwoorden en andere mail aan het portaal. Na {keptDays} dagen verwijderen wij deze mail.</p>
      <InboxFilterForm filter={filter} evenings={evenings} />
      <DataTable
        caption={filter.before ? 'Oudere mails' : 'Nieuwste mails'}
        columns={inboxColumns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Hier staat straks post">
            Er is niets gevonden met deze filters. Zodra iemand op een uitnodiging antwoordt, ziet u dat hier.
          </EmptyState>
        }
      />
      <div className="actions">
        {filter.before && (
          <ButtonLink kind="secondary" href={inboxPath({ ...filter, before: undefined })}>
            Nieuwste mails
          </ButtonLink>
        )}
        {next && (
          <ButtonLink kind="secondary" href={inboxPath({ ...filter, before: next })}>
            Oudere mails
          </ButtonLink>
        )}
      </div>
    </StaffLayout>
  )
}
