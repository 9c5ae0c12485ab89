import type { GivenAnswer, NotApplied } from '#app/domain/inviting/answer.ts'
import { answerIn, momentOf } from '#app/domain/inviting/reply-decision.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { findRegistration, type Registration } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import { closeMail } from '#db/inviting/inbox.ts'
import type { TrayMail } from '#db/inviting/tray.ts'
import { insertTrayChoice } from '#db/inviting/tray-choices.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { readReply } from '#emails/reply.ts'
import { addSecondAddress } from './add-second-address.ts'
import { lockOpenReply } from './lock-open-reply.ts'
import { type RecordAnswer, recordAnswerWithin } from './record-answer.ts'

export type LinkUnknownReply = {
  inboxId: string
  registrationId: string
  /** `alias`: the address is hers from now on. `linked`: this sender answers for her. */
  remember: 'linked' | 'alias'
  /** What the participant means, when the mail itself holds no answer. */
  answer: GivenAnswer | undefined
  /** The version of the evening that the page showed, for an answer that staff chose. */
  shownSequence: number
  staffId: string
}

export type LinkedReply = { notApplied: NotApplied | undefined }

/**
 * Staff say whose answer it is. It counts from the moment it was given, unless it answers an earlier time or a later answer came
 * meanwhile: then it is kept in the register and changes nothing. The next mail of this sender is handled alike.
 * @throws Refusal reply-already-handled, no-answer-chosen, sender-unknown, address-of-another, session-closed; NotFound
 */
export async function linkUnknownReply(
  db: Db,
  site: Site,
  input: LinkUnknownReply,
  now: Temporal.Instant,
): Promise<LinkedReply> {
  return db.transaction().execute(async (trx) => {
    const mail = await lockOpenReply(trx, input.inboxId)
    const registration = await findRegistration(trx, input.registrationId)
    if (registration === undefined) throw new NotFound('registration')
    if (mail.session && mail.session.id !== registration.briefingSessionId) throw new NotFound('registration')
    const { personId, briefingSessionId } = registration
    const { staffId, remember } = input
    if (remember === 'alias') await addSecondAddress(trx, site, { mail, personId, staffId }, now)
    const given = await answerOf(mail, registration, input, now)
    const { notApplied, replyId } = await recordAnswerWithin(trx, site, given, now)
    const emailAddressId = mail.sender && (await ensureEmailAddress(trx, mail.sender, now))
    const choice = { inboxId: mail.id, emailAddressId, choice: remember, personId, staffId, replyId }
    await insertTrayChoice(trx, choice, now)
    await closeMail(trx, mail.id, { personId, briefingSessionId, registrationId: registration.id })
    await recordAuditEvent(trx, auditOf(input, registration, notApplied), now)
    return { notApplied }
  })
}

/** From the calendar, with its own moment and version; else what staff read in it, as if told by telephone. */
async function answerOf(
  mail: TrayMail,
  { id: registrationId }: Registration,
  { answer, shownSequence, staffId }: LinkUnknownReply,
  now: Temporal.Instant,
): Promise<RecordAnswer> {
  const about = { registrationId, recordedBy: staffId, inboxId: mail.id, via: 'tray' } as const
  const { content } = await readReply(mail.raw)
  // What counted already when it came in is not written down twice.
  const isNew = mail.session !== undefined && mail.decision !== 'apply'
  const calendar = content.kind === 'calendar' && isNew ? content.calendar : undefined
  const inIt = calendar && answerIn(calendar)
  if (calendar && inIt) {
    const moment = momentOf(calendar, { sequence: mail.sessionSequence ?? shownSequence }, mail.receivedAt)
    return { ...about, ...moment, answer: inIt, door: 'calendar', remark: calendar.comment }
  }
  if (answer === undefined) throw new Refusal('no-answer-chosen')
  return { ...about, answer, door: 'staff', answeredSequence: shownSequence, answeredAt: now }
}

function auditOf(
  { inboxId, remember, staffId }: LinkUnknownReply,
  { id: registrationId, personId, briefingSessionId, councilId }: Registration,
  notApplied: NotApplied | undefined,
) {
  return {
    actor: { kind: 'staff', personId: staffId } as const,
    action: 'incomingMail.linked',
    briefingSessionId,
    councilId,
    after: { inboxId, registrationId, personId, remember, applied: notApplied === undefined, notApplied },
  }
}
