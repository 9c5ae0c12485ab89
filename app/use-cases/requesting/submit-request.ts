import type { Viewer } from '#app/domain/access/viewer.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import { requestReference } from '#app/domain/requesting/reference.ts'
import type { Site } from '#app/domain/site.ts'
import { issueMailboxProof } from '#app/use-cases/access/issue-mailbox-proof.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { insertBriefingRequest } from '#db/requesting/briefing-request-writes.ts'
import { findBriefingRequest } from '#db/requesting/briefing-requests.ts'
import { nextReferenceNumber } from '#db/requesting/reference-counter.ts'
import { type DraftAccess, lockDraft, markDraftSent } from '#db/requesting/request-drafts.ts'
import { updateUsualEvenings } from '#db/requesting/requesting-councils.ts'
import { confirmMailbox } from '#emails/requesting/confirm-mailbox.ts'
import { announceRequest } from './announce-request.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { fillInRequest } from './fill-in-request.ts'
import { identifyContact } from './identify-contact.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'
import { waitForCouncils } from './wait-for-councils.ts'

export type SubmitRequest = {
  draft: { access: DraftAccess; version: number }
  leadCouncilId: string
  /** What the draft says at that version. */
  wish: BriefingWish
  viewer: Viewer | undefined
}

/**
 * Sends a draft: it becomes one request, however often it is sent. From the council's own people it is in at once; from anybody else it waits until the
 * mailbox in it is confirmed.
 * @throws NotFound, or Refusal changed-meanwhile, council-unknown, offer-changed
 */
export async function submitRequest(
  db: Db,
  site: Site,
  { draft, leadCouncilId, wish, viewer }: SubmitRequest,
  now: Temporal.Instant,
): Promise<{ reference: string }> {
  return db.transaction().execute(async (trx) => {
    const found = await lockDraft(trx, draft.access)
    if (!found) throw new NotFound('draft')
    if (found.reference !== undefined) return { reference: found.reference }
    if (found.version !== draft.version) throw new Refusal('changed-meanwhile')
    const contact = await identifyContact(trx, { wish, viewer, leadCouncilId }, now)
    const filledIn = await fillInRequest(trx, { wish, leadCouncilId, address: contact.address }, now)
    const [, ...asked] = filledIn.councilIds
    const coRequestersUntil = contact.personId ? await waitForCouncils(trx, site, asked, now) : undefined
    const sent = coRequestersUntil ? 'awaitingCoRequesters' : 'submitted'
    const status = contact.personId ? sent : 'awaitingMailbox'
    // As late as it can be: from here on every other request waits for this one.
    const year = dateInAmsterdam(now).year
    const reference = requestReference(year, await nextReferenceNumber(trx, year))
    const id = await insertBriefingRequest(
      trx,
      { reference, status, coRequestersUntil, wish, contact, submittedBy: contact.personId, ...filledIn },
      now,
    )
    await markDraftSent(trx, found.id, id)
    const briefingRequest = await findBriefingRequest(trx, id)
    if (!briefingRequest) throw new Error('A request that was just made is not there')
    if (contact.personId) await takeIn(trx, site, { briefingRequest, leadCouncilId, personId: contact.personId }, now)
    else await askForProof(trx, site, { briefingRequest, leadCouncilId, emailAddressId: contact.emailAddressId }, now)
    return { reference }
  })
}

type Made = { briefingRequest: BriefingRequest; leadCouncilId: string }

async function takeIn(trx: Trx, site: Site, made: Made & { personId: string }, now: Temporal.Instant) {
  const { briefingRequest, leadCouncilId, personId } = made
  if (briefingRequest.usualEvenings.length > 0)
    await updateUsualEvenings(trx, leadCouncilId, briefingRequest.usualEvenings)
  await recordAuditEvent(
    trx,
    {
      actor: { kind: 'clerk', personId },
      action: 'briefingRequest.submitted',
      briefingRequestId: briefingRequest.id,
      councilId: leadCouncilId,
      after: { status: briefingRequest.status, dosNumber: briefingRequest.dosNumber },
    },
    now,
  )
  await announceRequest(trx, site, briefingRequest, now)
}

async function askForProof(trx: Trx, site: Site, made: Made & { emailAddressId: string }, now: Temporal.Instant) {
  const { briefingRequest, leadCouncilId, emailAddressId } = made
  const { id, reference, contact } = briefingRequest
  await recordAuditEvent(
    trx,
    {
      actor: { kind: 'anonymous' },
      action: 'briefingRequest.saved',
      briefingRequestId: id,
      councilId: leadCouncilId,
      after: { status: briefingRequest.status, unknownMailDomain: briefingRequest.unknownMailDomain },
    },
    now,
  )
  const { token, expiresAt } = await issueMailboxProof(trx, { briefingRequestId: id, emailAddressId }, now)
  const confirmUrl = requestAddresses(site, reference).confirm(token)
  const briefing = briefingInMail(briefingRequest)
  const content = confirmMailbox({ name: contact.name, briefing, confirmUrl, expiresAt })
  await postToContact(trx, site, { briefingRequest, content }, now)
}
