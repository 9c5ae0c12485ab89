import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { lockBriefingRequestById } from '#db/requesting/briefing-requests.ts'
import { listDoneWaiting, listWithNewClerk } from '#db/requesting/co-requests.ts'
import { askCouncilsAlong } from './ask-councils-along.ts'
import { goOn, tellItWentOn } from './go-on.ts'

const atATime = 100

/**
 * What the clock does for requests that wait for other councils: the day after the last one they go on without those that said nothing, and a council whose
 * office became known meanwhile is asked after all. Safe to run twice.
 */
export async function followUpCoRequests(db: Db, site: Site, now: Temporal.Instant): Promise<void> {
  const today = dateInAmsterdam(now)
  for (const id of await listDoneWaiting(db, today, atATime))
    await db.transaction().execute(async (trx) => {
      const waiting = await lockBriefingRequestById(trx, id)
      if (waiting?.status !== 'awaitingCoRequesters') return
      await tellItWentOn(trx, site, await goOn(trx, site, waiting, { kind: 'system' }, now), now)
    })
  for (const id of await listWithNewClerk(db, today, atATime))
    await db.transaction().execute(async (trx) => {
      const waiting = await lockBriefingRequestById(trx, id)
      if (waiting?.status === 'awaitingCoRequesters') await askCouncilsAlong(trx, site, waiting, now)
    })
}
