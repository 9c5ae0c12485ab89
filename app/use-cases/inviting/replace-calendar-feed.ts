import type { FeedHolder } from '#app/domain/inviting/calendar-feed.ts'
import type { Db } from '#db/connection.server.ts'
import { endFeed, renewFeed } from '#db/inviting/calendar-feeds.ts'
import { type Actor, recordAuditEvent } from '#db/overseeing/audit-events.ts'

export type ReplaceCalendarFeed = {
  feedId: string
  holder: FeedHolder
  /** Of the address that was shown: sent twice, or from an older tab, the newest address stays alive. */
  version: number
  by: 'newAddress' | 'nothing'
  actor: Actor
}

/** The address that was shown is dead from now on; another one takes its place, or none. False when it had been replaced or ended before: nothing changes then. */
export async function replaceCalendarFeed(
  db: Db,
  { by, actor, ...which }: ReplaceCalendarFeed,
  now: Temporal.Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const done = by === 'nothing' ? await endFeed(trx, which, now) : await renewFeed(trx, which)
    if (done === undefined) return false
    const action = by === 'nothing' ? 'calendarFeed.ended' : 'calendarFeed.renewed'
    await recordAuditEvent(trx, { actor, action, councilId: done.councilId, after: { kind: done.kind } }, now)
    return true
  })
}
