import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { CouncilEvenings } from '#app/domain/scheduling/closed-period.ts'
import { type SessionOutline, sessionWarnings } from '#app/domain/scheduling/session-warnings.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { listClosedPeriods } from '#db/scheduling/closed-periods.ts'

/** What speaks against an evening, in sentences; nothing here is ever refused. */
export async function warnAboutSession(
  db: Db,
  site: Site,
  { outline, councils }: { outline: SessionOutline; councils: readonly CouncilEvenings[] },
  now: Temporal.Instant,
): Promise<string[]> {
  const day = dateInAmsterdam(outline.start)
  const planning = {
    closedPeriods: await listClosedPeriods(db, day, day),
    councils,
    today: dateInAmsterdam(now),
    minimumNoticeWeeks: site.minimumNoticeWeeks,
  }
  return sessionWarnings(outline, planning)
}

/** The same for an evening as it stands; what is over or off is beyond warning. */
export async function sessionWarningsNow(
  db: Db,
  site: Site,
  { session, seatsTaken }: { session: BriefingSession; seatsTaken: number },
  now: Temporal.Instant,
): Promise<string[]> {
  if (session.status === 'cancelled' || session.status === 'held') return []
  const outline = { ...session, venueCapacity: session.venue?.capacity, seatsTaken }
  const councils = session.councils.map(({ municipalityName, usualEvenings }) => ({
    name: municipalityName,
    usualEvenings,
  }))
  return warnAboutSession(db, site, { outline, councils }, now)
}
