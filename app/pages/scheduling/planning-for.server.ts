import type { Context } from '#app/context.server.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { Planning } from '#app/domain/scheduling/closed-period.ts'
import { listClosedPeriods } from '#db/scheduling/closed-periods.ts'
import type { RequestToSchedule } from '#db/scheduling/requests-to-schedule.ts'

/** What may speak against an evening for the councils of a request, two years ahead. */
export async function planningFor(
  { db, site, now }: Pick<Context, 'db' | 'site' | 'now'>,
  { councils }: Pick<RequestToSchedule, 'councils'>,
): Promise<Planning> {
  const today = dateInAmsterdam(now())
  return {
    closedPeriods: await listClosedPeriods(db, today, today.add({ years: 2 })),
    councils: councils.map((each) => ({ name: each.municipalityName, usualEvenings: each.usualEvenings })),
    today,
    minimumNoticeWeeks: site.minimumNoticeWeeks,
  }
}
