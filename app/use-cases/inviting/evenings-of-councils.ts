import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { eveningOf } from '#app/use-cases/scheduling/evening-of.ts'
import { whyItConcernsCouncils } from '#app/use-cases/scheduling/why-it-concerns-councils.ts'
import type { Db } from '#db/connection.server.ts'
import type { Evening } from '#emails/inviting/evening.ts'

/** The evening as participants of each council read of it: why it concerns them differs. One and the same for all of a council. */
export async function eveningsOfCouncils(
  db: Db,
  session: BriefingSession,
  now: Temporal.Instant,
): Promise<(councilId: string) => Evening> {
  const reasons = await whyItConcernsCouncils(db, session, dateInAmsterdam(now))
  const evenings = new Map<string, Evening>()
  return (councilId) => {
    const evening = evenings.get(councilId) ?? eveningOf(session, reasons.get(councilId) ?? '')
    evenings.set(councilId, evening)
    return evening
  }
}
