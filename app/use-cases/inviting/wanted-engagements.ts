import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionNews } from '#app/domain/scheduling/session-change.ts'
import type { Db } from '#db/connection.server.ts'
import { listBookedAddressees } from '#db/inviting/booked-people.ts'
import type { EngagedAs, EngagedRecord } from '#db/inviting/engagements.ts'
import { listConsentingCouncils } from '#db/scheduling/consenting-councils.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'

type AfterNews = { session: BriefingSession; news: SessionNews | undefined; engaged: readonly EngagedRecord[] }

/**
 * Who should have an evening in a calendar after this news, besides its participants: whoever is booked for it, and the clerks who hold it as an option.
 * Somebody who stopped working for a council holds nothing any more; a new colleague is added when the option is offered or extended.
 */
export async function wantedEngagements(
  db: Db,
  { session, news, engaged }: AfterNews,
  now: Temporal.Instant,
): Promise<EngagedAs[]> {
  if (news?.kind === 'cancelled' || news?.kind === 'lapsed') return []
  const clerks = await wantedClerks(db, { session, news, engaged }, now)
  const booked = await listBookedAddressees(db, session.id)
  const taken = new Set(clerks.map(({ personId }) => personId))
  return [...clerks, ...booked.filter(({ personId }) => !taken.has(personId))]
}

async function wantedClerks(
  db: Db,
  { session, news, engaged }: AfterNews,
  now: Temporal.Instant,
): Promise<EngagedAs[]> {
  const holders = engaged.filter(({ capacity }) => capacity === 'clerk')
  const isOffer = news?.kind === 'offered' || news?.kind === 'extended'
  if (!isOffer && holders.length === 0) return []
  const councilIds = isOffer
    ? await listConsentingCouncils(db, session.id)
    : session.councils.map(({ councilId }) => councilId)
  const clerks = await listCouncilClerks(db, councilIds, dateInAmsterdam(now))
  const wanted = new Map<string, EngagedAs>()
  for (const { personId, councilId } of clerks) {
    const held = holders.find((holder) => holder.personId === personId)
    if ((isOffer || held) && !wanted.has(personId))
      wanted.set(personId, { capacity: 'clerk', personId, subjectId: held?.subjectId ?? councilId })
  }
  return [...wanted.values()]
}
