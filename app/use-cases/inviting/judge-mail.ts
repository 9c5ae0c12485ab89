import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import { isSameMailbox, type OwnAddress, readOwnAddress } from '#app/domain/inviting/bare-address.ts'
import type { CalendarVersion } from '#app/domain/inviting/calendar-event.ts'
import { engagementClosed } from '#app/domain/inviting/engagement.ts'
import { findingOf } from '#app/domain/inviting/finding.ts'
import type { GuessReason, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { decideReply, type ReplyDecision } from '#app/domain/inviting/reply-decision.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Registration } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import { type Engagement, findLastEngagement } from '#db/inviting/engaged-answers.ts'
import type { AnsweringPerson } from '#db/inviting/reply-context.ts'
import { readReply } from '#emails/reply.ts'
import { guessPerson } from './guess-person.ts'
import { identifyAnswers, type KnownAnswer } from './identify-answers.ts'

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
  /** Of whoever answers in another capacity than that of a participant. */
  engagementId: string | undefined
  /** SEQUENCE and epoch of that evening now. */
  version: CalendarVersion | undefined
  /** Staff turned this sender away before. Counts also for mail that answers nothing. */
  isRejectedSender: boolean
  /** Why `personId` is who it seems to be from. */
  guessedBy: GuessReason | undefined
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

const nobody = {
  personId: undefined,
  briefingSessionId: undefined,
  registrationId: undefined,
  engagementId: undefined,
  version: undefined,
  isRejectedSender: false,
  guessedBy: undefined,
}
const answeringMethods = ['REPLY', 'COUNTER', 'REFRESH']

/** Says what a mail is and what should be done with it. Writes nothing. */
export async function judgeMail(db: Db, site: Site, input: MailToJudge, now: Temporal.Instant): Promise<Judgement> {
  const read = await readMail(site, input)
  const [known] = await identifyAnswers(db, [read])
  if (known === undefined) throw new Error('a mail that is not known')
  return judgeKnownMail(db, read, known, now)
}

/** The same for several that were read before. */
export async function judgeMails(db: Db, reads: readonly ReadMail[], now: Temporal.Instant): Promise<Judgement[]> {
  const judgements: Judgement[] = []
  for (const [at, known] of (await identifyAnswers(db, reads)).entries()) {
    const read = reads[at]
    if (read) judgements.push(await judgeKnownMail(db, read, known, now))
  }
  return judgements
}

async function judgeKnownMail(
  db: Db,
  { mail, own, calendar }: ReadMail,
  known: KnownAnswer,
  now: Temporal.Instant,
): Promise<Judgement> {
  const guess = known.person ? undefined : await guessPerson(db, mail, known.session?.id)
  const about = {
    personId: known.person?.id ?? guess?.personId,
    guessedBy: known.knownBy ?? guess?.by,
    // What somebody writes from an address that we know is always read by a person.
    isRejectedSender: known.isRejectedSender && guess?.by !== 'sender' && !isFrom(mail, known.person),
  }
  if (!calendar) return { mail, own, finding: findingOf(mail, undefined), decision: undefined, ...nobody, ...about }
  const { session, registration } = known
  const engagement = await findAnsweringAs(db, known)
  const decision = decideReply(
    mail,
    calendar,
    {
      hasToken: known.hasToken,
      person: known.person,
      session: session && { version: session, isClosed: isClosedFor(engagement, session, now) },
      participation: participationOf(registration, engagement),
      isRejectedSender: known.isRejectedSender,
      isLinkedSender: known.isLinkedSender,
    },
    now,
  )
  return {
    mail,
    own,
    finding: findingOf(mail, decision),
    decision,
    ...about,
    briefingSessionId: session?.id,
    registrationId: engagement ? undefined : registration?.id,
    engagementId: engagement?.id,
    version: session && { sequence: session.sequence, rsvpEpoch: session.rsvpEpoch },
  }
}

/** One entry in one calendar: answered as a participant by who is one, else as whatever she was engaged for. */
async function findAnsweringAs(
  db: Db,
  { session, person, registration }: KnownAnswer,
): Promise<Engagement | undefined> {
  if (!session || !person || (registration && !hasLeft(registration.place))) return undefined
  const engagement = await findLastEngagement(db, session.id, person.id)
  return engagement?.isLive || registration === undefined ? engagement : undefined
}

function isClosedFor(engagement: Engagement | undefined, session: BriefingSession, now: Temporal.Instant): boolean {
  return (engagement ? engagementClosed(session, now) : closedReason(session, now)) !== undefined
}

function participationOf(registration: Registration | undefined, engagement: Engagement | undefined) {
  if (engagement) return { isLive: engagement.isLive, last: lastAnswerOf(engagement) }
  return registration && { isLive: !hasLeft(registration.place), last: lastAnswerOf(registration) }
}

export type ReadMail = Awaited<ReturnType<typeof readMail>>

/** What the bytes alone tell. `calendar` only when it answers an invitation. */
export async function readMail(site: Site, { raw, deliveredTo, authservId }: MailToJudge) {
  const mail = await readReply(raw, { authservId })
  const own = ownAddressOf(mail, deliveredTo, site.mailDomain)
  const { content } = mail
  // Who answers a subscribed calendar answers nobody: the feed invites no one.
  const answers =
    content.kind === 'calendar' && answeringMethods.includes(content.calendar.method) && own?.box !== 'feed'
  return { mail, own, calendar: answers ? content.calendar : undefined }
}

function isFrom({ from }: IncomingMail, person: AnsweringPerson | undefined): boolean {
  return from !== undefined && person?.addresses.some((address) => isSameMailbox(address, from)) === true
}

function ownAddressOf(mail: IncomingMail, deliveredTo: string | undefined, mailDomain: string): OwnAddress | undefined {
  const addresses = deliveredTo === undefined ? mail.recipients : [deliveredTo, ...mail.recipients]
  const own = addresses.flatMap((address) => readOwnAddress(address, mailDomain) ?? [])
  // A mailbox may lose the plus-tag on the way and keep it in To.
  const isTagged = (each: OwnAddress) =>
    (each.box === 'rsvp' && each.token !== undefined) || (each.box === 'bounce' && each.outboxId !== undefined)
  return own.find(isTagged) ?? own[0]
}

function lastAnswerOf({ answerSequence, answeredAt }: Pick<Registration, 'answerSequence' | 'answeredAt'>) {
  return answerSequence === undefined || answeredAt === undefined
    ? undefined
    : { answeredSequence: answerSequence, answeredAt }
}
