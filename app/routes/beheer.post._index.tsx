import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { OutboxFilterForm } from '#app/components/inviting/outbox-filter-form.tsx'
import { OutboxStateCounts } from '#app/components/inviting/outbox-state-counts.tsx'
import { outboxColumns } from '#app/components/inviting/outbox-table.tsx'
import { PostTabs } from '#app/components/inviting/post-tabs.tsx'
import { WaitingMailNotice } from '#app/components/inviting/waiting-mail-notice.tsx'
import { WithheldMails } from '#app/components/inviting/withheld-mails.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { waitingMailInWords } from '#app/domain/inviting/waiting-mail.ts'
import { outboxPath, readOutboxFilter } from '#app/forms/inviting/outbox-filter.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listEveningsToFilter } from '#db/inviting/evenings-with-mail.ts'
import { listOpenWithheld, withheldShown } from '#db/inviting/open-withheld.ts'
import { countOutboxStates, countsUpTo, listOutbox } from '#db/inviting/outbox-list.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'

export const meta: MetaFunction = () => [{ title: 'Uitgaande post - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const { db, now } = args.context
  const filter = readOutboxFilter(new URL(args.request.url).searchParams)
  const [list, counts, evenings, withheld, waiting] = await Promise.all([
    listOutbox(db, filter),
    countOutboxStates(db),
    listEveningsToFilter(db),
    filter.withWithheld ? listOpenWithheld(db, filter) : undefined,
    findWaitingMail(db, now()),
  ])
  return { viewer, filter, ...list, counts, evenings, withheld, waitingMail: waitingMailInWords(waiting, now()) }
}

export default function OutboxPage() {
  const { viewer, filter, mails, next, counts, evenings, withheld, waitingMail } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <h1>Uitgaande post</h1>
      <PostTabs current="uit" />
      <WaitingMailNotice words={waitingMail} />
      <OutboxStateCounts counts={counts} countsUpTo={countsUpTo} current={filter.state} />
      <OutboxFilterForm filter={filter} evenings={evenings} />
      {filter.personId && (
        <p>
          U ziet alleen mail aan {mails.find(({ personName }) => personName)?.personName ?? 'één persoon'}.{' '}
          <a href={outboxPath({ ...filter, personId: undefined, before: undefined })}>Toon mail aan iedereen</a>
        </p>
      )}
      {withheld && <WithheldMails mails={withheld} shown={withheldShown} />}
      <DataTable
        caption={filter.before ? 'Oudere mails' : 'Nieuwste mails'}
        columns={outboxColumns}
        rows={mails}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Geen mails gevonden">
            Kies andere filters. Elke mail die het portaal maakt, staat hier, met wat ermee gebeurde.
          </EmptyState>
        }
      />
      <div className="actions">
        {filter.before && (
          <ButtonLink kind="secondary" href={outboxPath({ ...filter, before: undefined })}>
            Nieuwste mails
          </ButtonLink>
        )}
        {next && (
          <ButtonLink kind="secondary" href={outboxPath({ ...filter, before: next })}>
            Oudere mails
          </ButtonLink>
        )}
      </div>
    </StaffLayout>
  )
}
