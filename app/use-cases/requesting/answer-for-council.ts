import { mayActForCouncil } from '#app/domain/access/permissions.ts'
import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import {
  type BriefingRequest,
  type CouncilState,
  type RequestingCouncil,
  silentCouncils,
} from '#app/domain/requesting/briefing-request.ts'
import { assertStep } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { findBriefingRequest, lockCoRequest } from '#db/requesting/briefing-requests.ts'
import { writeCouncilAnswer } from '#db/requesting/co-requests.ts'
import { findStandingSession } from '#db/scheduling/session-requests.ts'
import { type AfterAnswer, councilAnswered } from '#emails/requesting/council-answered.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { goOn } from './go-on.ts'
import { partByReach } from './part-by-reach.ts'
import { postToContact } from './post-to-contact.ts'
import { promiseReaction } from './promise-reaction.ts'
import { requestAddresses } from './request-addresses.ts'

export type AnswerForCouncil = {
  reference: string
  councilId: string
  answer: Exclude<CouncilState, 'invited'>
  remark: string
  /** What the page showed as this council's answer: a colleague may have given another meanwhile. */
  seen: CouncilState
  viewer: Viewer
}

/**
 * A council that was asked along says yes or no; the last one to answer brings the request to the province. Other councils answer at the same moment, so
 * the version of the request does not count here, only what this council said before. The same answer twice is one answer.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible, co-request-closed
 */
export async function answerForCouncil(
  db: Db,
  site: Site,
  input: AnswerForCouncil,
  now: Temporal.Instant,
): Promise<void> {
  const { reference, councilId, answer: state, remark, viewer } = input
  await db.transaction().execute(async (trx) => {
    const found = await lockCoRequest(trx, reference, councilIdsOf(viewer))
    const own = found?.councils.find((council) => council.councilId === councilId && !council.isLead)
    if (!found || !own || !mayActForCouncil(viewer, councilId)) throw new NotFound('co-request')
    if (own.state === state && own.remark === remark) return
    if (own.state !== input.seen) throw new Refusal('changed-meanwhile')
    assertStep('answerForCouncil', found.status)
    if (await findStandingSession(trx, found.id)) throw new Refusal('co-request-closed')

    const { personId } = viewer
    await writeCouncilAnswer(trx, { briefingRequestId: found.id, councilId, state, remark, answeredBy: personId }, now)
    const action = state === 'joined' ? 'briefingRequest.councilJoined' : 'briefingRequest.councilDeclined'
    const facts = { councilId, before: { state: own.state }, after: { state }, reason: remark || undefined }
    const actor = { kind: 'clerk', personId } as const
    await recordAuditEvent(trx, { actor, action, briefingRequestId: found.id, ...facts }, now)
    const answered = await reread(trx, found.id)
    const isLast = answered.status === 'awaitingCoRequesters' && silentCouncils(answered).length === 0
    const briefingRequest = isLast ? await goOn(trx, site, answered, { kind: 'system' }, now) : answered
    const content = councilAnswered({
      name: briefingRequest.contact.name,
      briefing: briefingInMail(briefingRequest),
      municipality: own.municipalityName,
      joins: state === 'joined',
      remark,
      next: isLast ? await complete(trx, site, now) : await whatIsNext(trx, briefingRequest, now),
      statusUrl: requestAddresses(site, reference).status,
    })
    const occasion = `${councilId}:${now.epochMilliseconds}`
    await postToContact(trx, site, { briefingRequest, content, occasion }, now)
  })
}

async function complete(trx: Trx, site: Site, now: Temporal.Instant): Promise<AfterAnswer> {
  return { kind: 'complete', answerBy: await promiseReaction(trx, site, now) }
}

async function whatIsNext(trx: Trx, briefingRequest: BriefingRequest, now: Temporal.Instant): Promise<AfterAnswer> {
  const { status, coRequestersUntil: until } = briefingRequest
  if (status !== 'awaitingCoRequesters' || until === undefined) return { kind: 'underWay' }
  const { reachable, unreachable } = await partByReach(trx, silentCouncils(briefingRequest), now)
  const names = (councils: readonly RequestingCouncil[]) => councils.map(({ municipalityName }) => municipalityName)
  return { kind: 'waits', silent: names(reachable), unreachable: names(unreachable), until }
}

async function reread(trx: Trx, id: string): Promise<BriefingRequest> {
  const briefingRequest = await findBriefingRequest(trx, id)
  if (!briefingRequest) throw new NotFound('briefing request')
  return briefingRequest
}
