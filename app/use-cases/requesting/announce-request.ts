import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { type RequestToAnnounce, silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import { postMessages } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { listStaffToNotify, type StaffMember } from '#db/requesting/staff-to-notify.ts'
import { type CouncilClerk, listCouncilClerks } from '#db/scheduling/council-clerks.ts'
import { requestReceived, type WaitsFor } from '#emails/requesting/request-received.ts'
import { askCouncilsAlong } from './ask-councils-along.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { addressToContact } from './post-to-contact.ts'
import { promiseReaction } from './promise-reaction.ts'
import { requestAddresses } from './request-addresses.ts'
import { addressToStaff } from './tell-staff.ts'

/** What is to be known before a request can be announced: read while nobody waits for its number. */
export type Announcement = {
  answerBy: Temporal.PlainDate
  /** Of the councils that were asked along. */
  clerks: CouncilClerk[]
  /** Nobody, as long as other councils are waited for. */
  staff: StaffMember[]
}

export async function prepareAnnouncement(
  trx: Trx,
  site: Site,
  request: Pick<RequestToAnnounce, 'status' | 'regionId' | 'councils'>,
  now: Temporal.Instant,
): Promise<Announcement> {
  const waits = request.status === 'awaitingCoRequesters'
  const asked = silentCouncils(request).map(({ councilId }) => councilId)
  return {
    answerBy: await promiseReaction(trx, site, now),
    clerks: waits ? await listCouncilClerks(trx, asked, dateInAmsterdam(now)) : [],
    staff: waits ? [] : await listStaffToNotify(trx, request.regionId, now),
  }
}

/**
 * A request is in. The council hears that it arrived and by when it gets an answer. The councils it asked along hear of it first; the province, once nobody
 * is waited for.
 */
export async function announceRequest(
  trx: Trx,
  site: Site,
  { briefingRequest, announcement }: { briefingRequest: RequestToAnnounce; announcement: Announcement },
  now: Temporal.Instant,
): Promise<void> {
  const { answerBy, clerks } = announcement
  const content = requestReceived({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    statusUrl: requestAddresses(site, briefingRequest.reference).status,
    answerBy,
    waitsFor: whomItWaitsFor(briefingRequest, clerks),
  })
  const toContact = await addressToContact(trx, { briefingRequest, content }, now)
  const toStaff = addressToStaff(site, briefingRequest, announcement)
  await postMessages(trx, site, toContact ? [toContact, ...toStaff] : toStaff, now)
  if (briefingRequest.status === 'awaitingCoRequesters') await askCouncilsAlong(trx, site, briefingRequest, now)
}

function whomItWaitsFor(briefingRequest: RequestToAnnounce, clerks: readonly CouncilClerk[]): WaitsFor | undefined {
  const { status, coRequestersUntil: until } = briefingRequest
  if (status !== 'awaitingCoRequesters' || until === undefined) return undefined
  const silent = silentCouncils(briefingRequest)
  const named = (isReachable: boolean) =>
    silent
      .filter(
        ({ councilId }) => clerks.some((each) => each.councilId === councilId && !each.isSuspended) === isReachable,
      )
      .map(({ municipalityName }) => municipalityName)
  return { asked: named(true), unreachable: named(false), until }
}
