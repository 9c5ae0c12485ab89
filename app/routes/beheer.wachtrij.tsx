import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth.server.ts'
import { OpenRepliesLine } from '#app/components/inviting/open-replies-line.tsx'
import { WaitingMailNotice } from '#app/components/inviting/waiting-mail-notice.tsx'
import { DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { Pagination } from '#app/components/page/pagination.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { QueueFilters } from '#app/components/requesting/queue-filters.tsx'
import { type QueueRow, queueColumns } from '#app/components/requesting/queue-table.tsx'
import { dateInAmsterdam, formatMoment, isoWithOffset } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { waitingMailInWords } from '#app/domain/inviting/waiting-mail.ts'
import { queueViews, readQueueFilter } from '#app/domain/requesting/queue-views.ts'
import { statusWordsForStaff } from '#app/domain/requesting/status.ts'
import { waitingWords } from '#app/domain/requesting/waiting-words.ts'
import { listRegions } from '#db/catalogue/places.ts'
import { countTray } from '#db/inviting/tray.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'
import { listQueue } from '#db/requesting/staff-queue.ts'

export const meta: MetaFunction = () => [{ title: 'Wachtrij - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const { db, now } = args.context
  const { searchParams } = new URL(args.request.url)
  const filter = readQueueFilter(searchParams)
  const today = dateInAmsterdam(now())
  const [queue, regions, waitingMail, openReplies] = await Promise.all([
    listQueue(db, {
      statuses: queueViews[filter.view].statuses,
      regionId: filter.regionId,
      onlyDosMissing: filter.onlyDosMissing,
      handledBy: filter.onlyMine ? viewer.personId : undefined,
      page: filter.page,
    }),
    listRegions(db, today),
    findWaitingMail(db, now()),
    countTray(db, 'open'),
  ])
  const rows: QueueRow[] = queue.requests.map((each) => ({
    reference: each.reference,
    status: each.status,
    statusText: statusWordsForStaff[each.status],
    councils: joinNames(each.municipalityNames),
    topics: each.topicTitles.join(', '),
    waiting: waitingWords(each.waitingSince, now()),
    waitingSince: formatMoment(each.waitingSince),
    waitingSinceIso: isoWithOffset(each.waitingSince),
    handledBy: each.handledBy,
    flags: [
      ...(each.dosMissing ? ['DOS-nummer ontbreekt'] : []),
      ...(each.mailWithheld ? ['mail wacht'] : []),
      ...(each.unknownMailDomain ? ['onbekend maildomein'] : []),
    ],
  }))
  return {
    signedIn: { name: viewer.name },
    filter,
    rows,
    openReplies,
    total: queue.total,
    pages: queue.pages,
    regions: regions.map(({ id, name }) => ({ value: id, text: name })),
    query: searchParams.toString(),
    mail: waitingMailInWords(waitingMail, now()),
  }
}

export default function QueuePage() {
  const { signedIn, filter, rows, total, pages, regions, query, mail, openReplies } = useLoaderData<typeof loader>()
  return (
    <StaffLayout signedIn={signedIn} current="wachtrij">
      <h1>Wachtrij</h1>
      <p className="lead">Wie het langst wacht, staat bovenaan.</p>
      <WaitingMailNotice words={mail} />
      <OpenRepliesLine count={openReplies} />
      <QueueFilters filter={filter} regions={regions} />
      <p role="status">{total === 1 ? '1 aanvraag' : `${total} aanvragen`}</p>
      <DataTable
        caption={queueViews[filter.view].text}
        columns={queueColumns}
        rows={rows}
        rowKey={(row) => row.reference}
        empty={
          <EmptyState title="Hier staat niets">
            Zodra een griffie een briefing aanvraagt die bij deze keuze past, ziet u die hier. Kies anders een andere
            lijst.
          </EmptyState>
        }
      />
      <Pagination page={filter.page} pages={pages} hrefFor={(page) => pageHref(query, page)} of="aanvragen" />
    </StaffLayout>
  )
}

function pageHref(query: string, page: number): string {
  const params = new URLSearchParams(query)
  params.set('bladzijde', String(page))
  return `/beheer/wachtrij?${params}`
}
