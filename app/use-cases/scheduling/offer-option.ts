import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { versionAfterOpening } from '#app/domain/scheduling/session-change.ts'
import { planOf } from '#app/domain/scheduling/session-plan.ts'
import { assertMayBeAnnounced, assertMayStep, assertOptionExpiry } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { bookSlot } from '#db/scheduling/bookings.ts'
import { markOptioned } from '#db/scheduling/briefing-session-writes.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { moveRequestsOfSession } from '#db/scheduling/session-requests.ts'
import { foreseeMails } from './foresee-mails.ts'
import { nameTheClashOf } from './name-the-clash.ts'

export type OfferOption = { id: string; version: number; expiresAt: Temporal.Instant; staffId: string }

/**
 * Holds an evening for its councils until a moment and puts it in the calendars of their clerks, its speakers and its room, as an option; an evening that
 * is one already gets another end. Councillors hear nothing yet. The same form sent twice offers once.
 * @throws NotFound, or Refusal changed-meanwhile, session-step-not-possible, option-expiry-past, option-expiry-too-late, option-without-holder,
 * speaker-already-booked, venue-already-booked, or what assertMayBeAnnounced throws
 */
export async function offerOption(db: Db, site: Site, input: OfferOption, now: Temporal.Instant): Promise<void> {
  await nameTheClashOf(db, input.id, () => db.transaction().execute((trx) => offer(trx, site, input, now)))
}

/** Which mails offering would send. Throws what offering would throw. */
export async function foreseeOffering(
  db: Db,
  site: Site,
  input: OfferOption,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return nameTheClashOf(db, input.id, () => foreseeMails(db, input.id, (trx) => offer(trx, site, input, now), now))
}

async function offer(trx: Trx, site: Site, input: OfferOption, now: Temporal.Instant): Promise<void> {
  const { id, version, expiresAt, staffId } = input
  const session = await lockBriefingSession(trx, id)
  if (session === undefined) throw new NotFound('briefing session')
  const isOption = session.status === 'option'
  if (isOption && session.optionExpiresAt?.equals(expiresAt)) return
  assertMayStep(session, isOption ? 'extend' : 'offer')
  if (session.version !== version) throw new Refusal('changed-meanwhile')
  assertMayBeAnnounced(session, now)
  assertOptionExpiry(expiresAt, session, now)

  if (!isOption) await bookSlot(trx, id, planOf(session))
  const calendar = isOption ? session : versionAfterOpening(session)
  await markOptioned(trx, id, { sequence: calendar.sequence, rsvpEpoch: calendar.rsvpEpoch, expiresAt })
  await recordOffer(trx, { session, expiresAt, staffId }, now)
  const news = { kind: isOption ? 'extended' : 'offered' } as const
  const told = await engagePeople(trx, site, { briefingSessionId: id, news, statusBefore: session.status }, now)
  if (told.size === 0) throw new Refusal('option-without-holder')
}

type Offered = { session: BriefingSession; expiresAt: Temporal.Instant; staffId: string }

async function recordOffer(trx: Trx, { session, expiresAt, staffId }: Offered, now: Temporal.Instant): Promise<void> {
  const actor = { kind: 'staff', personId: staffId } as const
  const after = { expiresAt: expiresAt.toString() }
  const isOption = session.status === 'option'
  const action = isOption ? 'briefingSession.optionExtended' : 'briefingSession.optioned'
  await recordAuditEvent(trx, { actor, action, briefingSessionId: session.id, after }, now)
  if (isOption) return
  await moveRequestsOfSession(trx, session.id, 'optioned', now)
  for (const { briefingRequestId } of session.requests)
    await recordAuditEvent(
      trx,
      { actor, action: 'briefingRequest.optioned', briefingRequestId, briefingSessionId: session.id, after },
      now,
    )
}
