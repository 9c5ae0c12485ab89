import type { FeedSubject } from '#app/domain/inviting/calendar-feed.ts'
import type { Db } from '#db/connection.server.ts'
import { openFeed } from '#db/inviting/calendar-feeds.ts'
import { type Actor, recordAuditEvent } from '#db/overseeing/audit-events.ts'

/** Gives a calendar an address to subscribe to. Asked twice it stays the same address. */
export async function openCalendarFeed(
  db: Db,
  { subject, actor }: { subject: FeedSubject; actor: Actor },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await openFeed(trx, subject, now))) return
    const councilId = 'councilId' in subject ? subject.councilId : undefined
    await recordAuditEvent(trx, { actor, action: 'calendarFeed.opened', councilId, after: { kind: subject.kind } }, now)
  })
}
