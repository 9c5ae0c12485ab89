import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import type { Actor } from '#db/overseeing/audit-events.ts'
import { requestGoesOn } from '#emails/requesting/request-goes-on.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { promiseReaction } from './promise-reaction.ts'
import { requestAddresses } from './request-addresses.ts'
import { tellStaff } from './tell-staff.ts'

/** A locked request waits for other councils no longer and lies with the province. Who said nothing is not part of it, and may still become so. */
export async function goOn(
  trx: Trx,
  site: Site,
  waiting: BriefingRequest,
  actor: Actor,
  now: Temporal.Instant,
): Promise<BriefingRequest> {
  const change = { status: statusAfter('goOn', waiting.status), submittedAt: now }
  const briefingRequest = await changeRequest(trx, waiting, { change, actor, action: 'briefingRequest.wentOn' }, now)
  await tellStaff(trx, site, briefingRequest, now)
  return briefingRequest
}

/** Tells whoever asked that nobody is waited for any longer. */
export async function tellItWentOn(
  trx: Trx,
  site: Site,
  briefingRequest: BriefingRequest,
  now: Temporal.Instant,
): Promise<void> {
  const named = (state: 'joined' | 'declined' | 'invited') =>
    briefingRequest.councils
      .filter((council) => !council.isLead && council.state === state)
      .map(({ municipalityName }) => municipalityName)
  const content = requestGoesOn({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    councils: { joined: named('joined'), declined: named('declined'), silent: named('invited') },
    statusUrl: requestAddresses(site, briefingRequest.reference).status,
    answerBy: await promiseReaction(trx, site, now),
  })
  await postToContact(trx, site, { briefingRequest, content }, now)
}
