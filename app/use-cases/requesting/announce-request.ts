import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { type BriefingRequest, silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { findCouncilClerks } from '#db/scheduling/council-clerks.ts'
import { requestReceived, type WaitsFor } from '#emails/requesting/request-received.ts'
import { askCouncilsAlong } from './ask-councils-along.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { postToContact } from './post-to-contact.ts'
import { promiseReaction } from './promise-reaction.ts'
import { requestAddresses } from './request-addresses.ts'
import { tellStaff } from './tell-staff.ts'

/**
 * A request is in. The council hears that it arrived and by when it gets an answer. The councils it asked along hear of it first; the province, once nobody
 * is waited for.
 */
export async function announceRequest(
  trx: Trx,
  site: Site,
  briefingRequest: BriefingRequest,
  now: Temporal.Instant,
): Promise<void> {
  const received = requestReceived({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    statusUrl: requestAddresses(site, briefingRequest.reference).status,
    answerBy: await promiseReaction(trx, site, now),
    waitsFor: await whomItWaitsFor(trx, briefingRequest, now),
  })
  await postToContact(trx, site, { briefingRequest, content: received }, now)
  if (briefingRequest.status === 'awaitingCoRequesters') await askCouncilsAlong(trx, site, briefingRequest, now)
  else await tellStaff(trx, site, briefingRequest, now)
}

async function whomItWaitsFor(
  trx: Trx,
  briefingRequest: BriefingRequest,
  now: Temporal.Instant,
): Promise<WaitsFor | undefined> {
  const { status, coRequestersUntil: until } = briefingRequest
  if (status !== 'awaitingCoRequesters' || until === undefined) return undefined
  const silent = silentCouncils(briefingRequest)
  const ids = silent.map(({ councilId }) => councilId)
  const clerks = await findCouncilClerks(trx, ids, dateInAmsterdam(now))
  const named = (isReachable: boolean) =>
    silent
      .filter(
        ({ councilId }) => clerks.some((each) => each.councilId === councilId && !each.isSuspended) === isReachable,
      )
      .map(({ municipalityName }) => municipalityName)
  return { asked: named(true), unreachable: named(false), until }
}
