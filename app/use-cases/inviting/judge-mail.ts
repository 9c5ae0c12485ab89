import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import { type OwnAddress, readOwnAddress } from '#app/domain/inviting/bare-address.ts'
import { findingOf } from '#app/domain/inviting/finding.ts'
import type { CalendarMessage, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { decideReply, type ReplyDecision } from '#app/domain/inviting/reply-decision.ts'
import type { Site } from '#app/domain/site.ts'
import { findLastRegistration, type Registration } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import {
  findPersonByAddress,
  findPersonByCalendarToken,
  findSessionIdByCalendarUid,
  isRejectedSender,
} from '#db/inviting/reply-context.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { readReply } from '#emails/reply.ts'

export type Judgement = {
  mail: IncomingMail
  own: OwnAddress | undefined
  /** One word for what it is. */
  finding: string
  /** Only for what answers an invitation. */
  decision: ReplyDecision | undefined
  personId: string | undefined
  briefingSessionId: string | undefined
  registrationId: string | undefined
}

export type MailToJudge = {
  raw: Buffer
  /** The recipient of the envelope; without one the mail's own headers are asked. */
  deliveredTo: string | undefined
  authservId: string | undefined
}

/** The same without a database: what the bytes alone tell. */
export async function judgeUnknownMail(site: Site, input: MailToJudge, now: Temporal.Instant): Promise<Judgement> {
  const { mail, own, calendar } = await readMail(site, input)
  const hasToken = own?.box === 'rsvp' && own.token !== undefined
  const unknown = { person: undefined, session: undefined, participation: undefined, isRejectedSender: false }
  const decision = calendar && decideReply(mail, calendar, { hasToken, ...unknown }, now)
  return { mail, own, decision, finding: findingOf(mail, decision), ...nobody }
}

const nobody = { personId: undefined, briefingSessionId: undefined, registrationId: undefined }
const answeringMethods = ['REPLY', 'COUNTER', 'REFRESH']

/** Says what a mail is and what should be done with it. Writes nothing. */
export async function judgeMail(db: Db, site: Site, input: MailToJudge, now: Temporal.Instant): Promise<Judgement> {
  const { mail, own, calendar } = await readMail(site, input)
  if (!calendar) return { mail, own, finding: findingOf(mail, undefined), decision: undefined, ...nobody }
  const known = await whoAndWhat(db, calendar, own)
  const { session, registration } = known
  const decision = decideReply(
    mail,
    calendar,
    {
      hasToken: known.hasToken,
      person: known.person,
      session: session && { version: session, isClosed: closedReason(session, now) !== undefined },
      participation: registration && { isLive: !hasLeft(registration.place), last: lastAnswerOf(registration) },
      isRejectedSender: mail.from !== undefined && (await isRejectedSender(db, mail.from)),
    },
    now,
  )
  return {
    mail,
    own,
    finding: findingOf(mail, decision),
    decision,
    personId: known.person?.id,
    briefingSessionId: session?.id,
    registrationId: registration?.id,
  }
}

/** `calendar` only when it answers an invitation. */
async function readMail(site: Site, { raw, deliveredTo, authservId }: MailToJudge) {
  const mail = await readReply(raw, { authservId })
  const own = ownAddressOf(mail, deliveredTo, site.mailDomain)
  const { content } = mail
  // Who answers a subscribed calendar answers nobody: the feed invites no one.
  const answers =
    content.kind === 'calendar' && answeringMethods.includes(content.calendar.method) && own?.box !== 'feed'
  return { mail, own, calendar: answers ? content.calendar : undefined }
}

async function whoAndWhat(db: Db, calendar: CalendarMessage, own: OwnAddress | undefined) {
  const token = own?.box === 'rsvp' ? own.token : undefined
  const byToken = token === undefined ? undefined : await findPersonByCalendarToken(db, token)
  const attendee = calendar.attendees[0]?.address
  const person = token === undefined && attendee ? await findPersonByAddress(db, attendee) : byToken
  const sessionId = await findSessionIdByCalendarUid(db, calendar.uid)
  const session = sessionId === undefined ? undefined : await findBriefingSession(db, sessionId)
  const registration = session && person ? await findLastRegistration(db, session.id, person.id) : undefined
  return { hasToken: token !== undefined, person, session, registration }
}

function ownAddressOf(mail: IncomingMail, deliveredTo: string | undefined, mailDomain: string): OwnAddress | undefined {
  const addresses = deliveredTo === undefined ? mail.recipients : [deliveredTo, ...mail.recipients]
  const own = addresses.flatMap((address) => readOwnAddress(address, mailDomain) ?? [])
  // A mailbox may lose the plus-tag on the way and keep it in To.
  const isTagged = (each: OwnAddress) => (each.box === 'rsvp' && each.token !== undefined) || each.box === 'bounce'
  return own.find(isTagged) ?? own[0]
}

function lastAnswerOf({ answerSequence, answeredAt }: Registration) {
  return answerSequence === undefined || answeredAt === undefined
    ? undefined
    : { answeredSequence: answerSequence, answeredAt }
}
