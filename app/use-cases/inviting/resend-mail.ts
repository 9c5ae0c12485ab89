import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { type ResendWay, wayToResend } from '#app/domain/inviting/resend-rule.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findOutboxMail, listMailVersions, type OutboxMail } from '#db/inviting/outbox-mail.ts'
import { findResendFacts, putBackInOutbox } from '#db/inviting/resend.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { findBriefingSession, lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { sendInvitation } from './send-invitation.ts'

export type ResendMail = { outboxId: string; staffId: string }

/** The mail that goes, or that went already: then nothing is sent now. */
export type Resent = { outboxId: string; isSent: boolean }

/** Whether and how a mail could go once more, as things are now. */
export async function findWayToResend(db: Db, mail: Asked, now: Temporal.Instant): Promise<ResendWay> {
  return wayOf(db, mail, mail.session && (await findBriefingSession(db, mail.session.id)), now)
}

/**
 * Sends one mail once more: an invitation as it is today, a mail that failed as it was. Asked twice it goes once: the second time finds what the first
 * one made, and both end up at that mail.
 * @throws NotFound, or Refusal mail-not-resendable
 */
export async function resendMail(db: Db, site: Site, input: ResendMail, now: Temporal.Instant): Promise<Resent> {
  return db.transaction().execute((trx) => resendMailWithin(trx, site, input, now))
}

export async function resendMailWithin(
  trx: Trx,
  site: Site,
  { outboxId, staffId }: ResendMail,
  now: Temporal.Instant,
): Promise<Resent> {
  const asked = await findOutboxMail(trx, outboxId)
  if (!asked) throw new NotFound('mail')
  const session = asked.session && (await lockBriefingSession(trx, asked.session.id))
  // Read again under the lock: somebody else may have sent it meanwhile.
  const mail = (await findOutboxMail(trx, outboxId)) ?? asked
  const way = await wayOf(trx, mail, session, now)
  const gone = way.way === 'no' ? await whatWentAlready(trx, mail) : undefined
  if (gone) return { outboxId: gone, isSent: false }
  if (way.way === 'no') throw new Refusal('mail-not-resendable', { why: way.why })
  const sentId = way.way === 'anew' ? await sendAnew(trx, site, mail, session, now) : await sendSame(trx, mail, now)
  await recordAuditEvent(
    trx,
    {
      actor: { kind: 'staff', personId: staffId },
      action: 'mail.resent',
      briefingSessionId: mail.session?.id,
      briefingRequestId: mail.request?.id,
      before: { outboxId, kind: mail.kind, state: mail.state },
      after: { outboxId: sentId, as: way.way },
    },
    now,
  )
  return { outboxId: sentId, isSent: true }
}

/** What another click, or another colleague, sent a moment before. */
async function whatWentAlready(trx: Trx, mail: OutboxMail): Promise<string | undefined> {
  if (mail.purgedAt !== undefined || mail.state === 'superseded') return undefined
  if (mail.resentAt !== undefined && mail.state !== 'failed') return mail.id
  if (!mail.isCalendar || !mail.session || !mail.person) return undefined
  const [newest] = await listMailVersions(trx, mail.session.id, mail.person.id)
  return newest && newest.position > mail.position ? newest.id : undefined
}

type Asked = Parameters<typeof findResendFacts>[1]

async function wayOf(db: Db, mail: Asked, session: BriefingSession | undefined, now: Temporal.Instant) {
  const facts = await findResendFacts(db, mail)
  return wayToResend({ ...facts, sessionClosed: session && closedReason(session, now) })
}

async function sendAnew(
  trx: Trx,
  site: Site,
  { person, id }: OutboxMail,
  session: BriefingSession | undefined,
  now: Temporal.Instant,
): Promise<string> {
  if (!person || !session) throw new NotFound('participant')
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  await sendInvitation(trx, site, { session, personId: person.id, eveningFor, occasion: 'resent' }, now)
  const [newest] = await listMailVersions(trx, session.id, person.id)
  // Whoever went to the waiting list meanwhile got word of that, and has no newer entry.
  if (!newest || newest.id === id) throw new Refusal('mail-not-resendable', { why: 'noLongerTakesPart' })
  return newest.id
}

async function sendSame(trx: Trx, { id }: OutboxMail, now: Temporal.Instant): Promise<string> {
  if (!(await putBackInOutbox(trx, id, now))) throw new Refusal('mail-not-resendable', { why: 'underWay' })
  return id
}
