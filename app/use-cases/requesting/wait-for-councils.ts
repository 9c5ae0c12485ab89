import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { reactionDeadline } from '#app/domain/requesting/reaction-deadline.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { listPublicHolidays } from '#db/requesting/public-holidays.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'

/**
 * Until when a request waits for the councils that were asked along. Undefined when there is nobody to wait for: no council, or none whose office has an
 * address that works.
 */
export async function waitForCouncils(
  trx: Trx,
  site: Site,
  askedCouncilIds: string[],
  now: Temporal.Instant,
): Promise<Temporal.PlainDate | undefined> {
  const today = dateInAmsterdam(now)
  const clerks = await listCouncilClerks(trx, askedCouncilIds, today)
  if (!clerks.some(({ isSuspended }) => !isSuspended)) return undefined
  const holidays = await listPublicHolidays(trx, today, today.add({ days: site.coRequestWorkdays * 3 + 14 }))
  return reactionDeadline(today, site.coRequestWorkdays, holidays)
}
