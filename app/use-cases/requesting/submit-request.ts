import { randomUUID } from 'node:crypto'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { leadCouncil, type RequestToAnnounce, silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import { requestReference } from '#app/domain/requesting/reference.ts'
import type { Site } from '#app/domain/site.ts'
import { issueMailboxProof } from '#app/use-cases/access/issue-mailbox-proof.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { type AuditEvent, recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { insertBriefingRequest } from '#db/requesting/briefing-request-writes.ts'
import { nextReferenceNumber } from '#db/requesting/reference-counter.ts'
import { type DraftAccess, lockDraft } from '#db/requesting/request-drafts.ts'
import { updateUsualEvenings } from '#db/requesting/requesting-councils.ts'
import { confirmMailbox } from '#emails/requesting/confirm-mailbox.ts'
import { announceRequest, prepareAnnouncement } from './announce-request.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { fillInRequest } from './fill-in-request.ts'
import { type Contact, identifyContact } from './identify-contact.ts'
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
    const asked = silentCouncils(filledIn).map(({ councilId }) => councilId)
    const isKnown = contact.personId !== undefined
    const coRequestersUntil = isKnown ? await waitForCouncils(trx, site, asked, now) : undefined
    const sent = coRequestersUntil ? 'awaitingCoRequesters' : 'submitted'
    const made = {
      ...filledIn,
      id: randomUUID(),
      status: isKnown ? sent : 'awaitingMailbox',
      coRequestersUntil,
    } as const
    const announcement = isKnown ? await prepareAnnouncement(trx, site, made, now) : undefined
    if (isKnown) await keepUsualEvenings(trx, { leadCouncilId, known: filledIn.eveningsSoFar, wish })
    await recordAuditEvent(trx, whatHappened(made, contact), now)
    // As late as possible: the number of the request comes from one row, and other requests wait for it until this transaction ends.
    const year = dateInAmsterdam(now).year
    const reference = requestReference(year, await nextReferenceNumber(trx, year))
    await insertBriefingRequest(trx, { ...made, reference, draftId: found.id, wish, contact }, now)
    const briefingRequest = {
      ...wish,
      ...made,
      reference,
      contact: { ...contact, phone: wish.phone },
      submittedBy: contact.personId,
    }
    if (announcement) await announceRequest(trx, site, { briefingRequest, announcement }, now)
    else await askForProof(trx, site, { briefingRequest, emailAddressId: contact.emailAddressId }, now)
    return { reference }
  })
}

/** What the council's own people say about their evenings is kept for the next time. Writing it makes every page be drawn again, so only when it is new. */
async function keepUsualEvenings(
  trx: Trx,
  { leadCouncilId, known, wish }: { leadCouncilId: string; known: readonly number[]; wish: BriefingWish },
) {
  const { usualEvenings } = wish
  if (usualEvenings.length > 0 && String(usualEvenings) !== String(known))
    await updateUsualEvenings(trx, leadCouncilId, usualEvenings)
}

/** From the council's own people it is sent; from anybody else it is no more than kept. */
function whatHappened(
  made: Pick<RequestToAnnounce, 'id' | 'status' | 'dosNumber' | 'unknownMailDomain' | 'councils'>,
  { personId }: Contact,
): AuditEvent {
  const { id: briefingRequestId, status, dosNumber, unknownMailDomain } = made
  const about = { briefingRequestId, councilId: leadCouncil(made).councilId }
  if (personId !== undefined)
    return {
      ...about,
      actor: { kind: 'clerk', personId },
      action: 'briefingRequest.submitted',
      after: { status, dosNumber },
    }
  return {
    ...about,
    actor: { kind: 'anonymous' },
    action: 'briefingRequest.saved',
    after: { status, unknownMailDomain },
  }
}

async function askForProof(
  trx: Trx,
  site: Site,
  { briefingRequest, emailAddressId }: { briefingRequest: RequestToAnnounce; emailAddressId: string },
  now: Temporal.Instant,
) {
  const { id, reference, contact } = briefingRequest
  const { token, expiresAt } = await issueMailboxProof(trx, { briefingRequestId: id, emailAddressId }, now)
  const confirmUrl = requestAddresses(site, reference).confirm(token)
  const briefing = briefingInMail(briefingRequest)
  const content = confirmMailbox({ name: contact.name, briefing, confirmUrl, expiresAt })
  await postToContact(trx, site, { briefingRequest, content }, now)
}
