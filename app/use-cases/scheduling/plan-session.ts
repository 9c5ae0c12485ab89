import { randomBytes, randomUUID } from 'node:crypto'
import { eventUid } from '#app/domain/inviting/calendar-event.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { bookSlot } from '#db/scheduling/bookings.ts'
import {
  insertBriefingSession,
  insertSessionCouncils,
  replaceProgramme,
} from '#db/scheduling/briefing-session-writes.ts'
import { lockRequestToSchedule } from '#db/scheduling/requests-to-schedule.ts'
import { findStandingSession, linkRequest, raiseRequestVersion } from '#db/scheduling/session-requests.ts'
import { nameTheClash } from './name-the-clash.ts'

export type PlanSession = {
  /** Made with the form: the same form sent twice plans one evening. */
  id: string
  reference: string
  /** Of the councils in the request, those that take part. */
  councilIds: string[]
  plan: SessionPlan
  staffId: string
}

/**
 * Plans an evening for an accepted request, as a draft that holds its room and speakers.
 * @throws NotFound, Refusal request-not-in-treatment, request-already-planned, speaker-already-booked, venue-already-booked
 */
export async function planSession(db: Db, site: Site, input: PlanSession, now: Temporal.Instant): Promise<void> {
  await nameTheClash(db, input.plan, input.id, () => db.transaction().execute((trx) => plan(trx, site, input, now)))
}

async function plan(trx: Trx, site: Site, input: PlanSession, now: Temporal.Instant) {
  const { id, reference, plan, staffId } = input
  const briefingRequest = await lockRequestToSchedule(trx, reference)
  if (briefingRequest === undefined) throw new NotFound('briefing request')
  const standing = await findStandingSession(trx, briefingRequest.id)
  if (standing?.id === id) return
  if (standing) throw new Refusal('request-already-planned', { reference, otherTitle: standing.title })
  if (briefingRequest.status !== 'inTreatment') throw new Refusal('request-not-in-treatment', { reference })

  const calendarUid = eventUid(randomUUID(), site.mailDomain)
  if (!(await insertBriefingSession(trx, { id, calendarUid, plan }, now))) throw new Refusal('changed-meanwhile')
  await bookSlot(trx, id, plan)
  await replaceProgramme(trx, id, plan.programme)
  await linkRequest(trx, id, briefingRequest.id)
  await raiseRequestVersion(trx, briefingRequest.id)
  const councils = briefingRequest.councils
    .filter(({ councilId }) => input.councilIds.includes(councilId))
    .map(({ councilId }) => ({ councilId, linkToken: newLinkToken() }))
  await insertSessionCouncils(trx, id, councils)
  await recordAuditEvent(
    trx,
    {
      actor: { kind: 'staff', personId: staffId },
      action: 'briefingSession.planned',
      briefingRequestId: briefingRequest.id,
      briefingSessionId: id,
      after: { title: plan.title, start: plan.start.toString(), end: plan.end.toString() },
    },
    now,
  )
}

/** 128 bits: whoever has it may register for this council, so nobody may guess it. */
function newLinkToken(): string {
  return randomBytes(16).toString('base64url')
}
