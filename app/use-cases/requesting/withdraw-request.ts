import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { dateInAmsterdam, formatDate } from '#app/domain/calendar-text.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { type BriefingRequest, leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import { type BriefingSession, isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { goesOnForOthers } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { endSessionsOfRequest } from '#app/use-cases/scheduling/end-sessions-of-request.ts'
import { foreseeRequestMails } from '#app/use-cases/scheduling/foresee-mails.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findOwnBriefingRequest } from '#db/requesting/briefing-requests.ts'
import { lockSessionsOfRequest } from '#db/scheduling/ending-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { requestWithdrawn } from '#emails/requesting/request-withdrawn.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'
import { tellCoRequesters } from './tell-co-requesters.ts'

export type WithdrawRequest = RequestAtVersion & { reason: string; viewer: Viewer }

/**
 * The council takes its request back. An evening for it alone is called off, one for others too goes on without it. Withdrawing twice withdraws once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function withdrawRequest(
  db: Db,
  site: Site,
  input: WithdrawRequest,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => void (await withdraw(trx, site, input, now)))
}

/** Which mails withdrawing would send. Throws what withdrawing would throw. */
export async function foreseeWithdrawing(
  db: Db,
  site: Site,
  { briefingRequestId, ...input }: WithdrawRequest & { briefingRequestId: string },
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return foreseeRequestMails(db, briefingRequestId, (trx) => withdraw(trx, site, input, now), now)
}

async function withdraw(
  trx: Trx,
  site: Site,
  input: WithdrawRequest,
  now: Temporal.Instant,
): Promise<readonly BriefingSession[]> {
  const { personId, name } = input.viewer
  const owner = { councilIds: councilIdsOf(input.viewer), personId }
  const seen = await findOwnBriefingRequest(trx, input.reference, owner)
  if (!seen) throw new NotFound('briefing request')
  const sessions = await lockSessionsOfRequest(trx, seen.id)
  const found = await lockUnlessDone(trx, input, ({ status }) => status === 'withdrawn', owner)
  if (!found) return []
  const change = { status: statusAfter('withdraw', found.status) }
  const actor = { kind: 'clerk', personId } as const
  const action = 'briefingRequest.withdrawn'
  const briefingRequest = await changeRequest(trx, found, { change, actor, action, reason: input.reason }, now)
  const reason = `De griffie van ${leadCouncil(found).municipalityName} heeft de aanvraag ingetrokken.`
  await endSessionsOfRequest(trx, site, { sessions, briefingRequestId: found.id, reason, actor }, now)
  const content = requestWithdrawn({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    withdrawnBy: name,
    consequence: sessions.map((session) => consequenceOf(session, found)).join(' '),
    newRequestUrl: requestAddresses(site, briefingRequest.reference).newRequest,
  })
  await postToContact(trx, site, { briefingRequest, content }, now)
  // Before the mailbox was proven nobody else was asked.
  if (found.status !== 'awaitingMailbox')
    await tellCoRequesters(trx, site, { briefingRequest, endedBy: 'lead', sessions }, now)
  return sessions
}

function consequenceOf(session: BriefingSession, { id }: BriefingRequest): string {
  const evening = `De bijeenkomst van ${formatDate(dateInAmsterdam(session.start))}`
  if (!isAnnounced(session.status)) return `${evening} die wij voorbereidden, vervalt.`
  if (goesOnForOthers(session, id))
    return `${evening} gaat door voor andere raden. Wie van uw raad was aangemeld, krijgt bericht.`
  return `${evening} vervalt. Wie was aangemeld, krijgt bericht.`
}
