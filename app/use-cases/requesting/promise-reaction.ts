import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { reactionDeadline } from '#app/domain/requesting/reaction-deadline.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { listPublicHolidays } from '#db/requesting/public-holidays.ts'

/** The day by which the province promises to react to what was sent at `since`. */
export async function promiseReaction(db: Db, site: Site, since: Temporal.Instant): Promise<Temporal.PlainDate> {
  const asked = dateInAmsterdam(since)
  const holidays = await listPublicHolidays(db, asked, asked.add({ days: site.reactionWorkdays * 3 + 14 }))
  return reactionDeadline(asked, site.reactionWorkdays, holidays)
}
