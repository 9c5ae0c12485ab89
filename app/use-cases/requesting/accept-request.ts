import { NotFound } from '#app/domain/refusal.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import { foreseeRequestMails } from '#app/use-cases/scheduling/foresee-mails.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { requestAccepted } from '#emails/requesting/request-accepted.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

export type AcceptRequest = RequestAtVersion & { staffId: string }

/**
 * The province says yes: the request is in treatment, and of whoever said so when nobody had it yet. The same form sent twice accepts once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function acceptRequest(db: Db, site: Site, input: AcceptRequest, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute((trx) => accept(trx, site, input, now))
}

/** Which mails accepting would send. Throws what accepting would throw. */
export async function foreseeAccepting(
  db: Db,
  site: Site,
  input: AcceptRequest,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  const found = await findBriefingRequestByReference(db, input.reference)
  if (!found) throw new NotFound('briefing request')
  const work = async (trx: Trx) => {
    await accept(trx, site, input, now)
    return []
  }
  return foreseeRequestMails(db, found.id, work, now)
}

async function accept(trx: Trx, site: Site, input: AcceptRequest, now: Temporal.Instant): Promise<void> {
  const found = await lockUnlessDone(
    trx,
    input,
    ({ status, handledBy }) => status === 'inTreatment' && handledBy?.personId === input.staffId,
  )
  if (!found) return
  const change = {
    status: statusAfter('accept', found.status),
    handledBy: found.handledBy ? undefined : input.staffId,
  }
  const actor = { kind: 'staff', personId: input.staffId } as const
  const briefingRequest = await changeRequest(trx, found, { change, actor, action: 'briefingRequest.accepted' }, now)
  const content = requestAccepted({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    statusUrl: requestAddresses(site, briefingRequest.reference).status,
  })
  await postToContact(trx, site, { briefingRequest, content }, now)
}
