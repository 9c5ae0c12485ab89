import type { IncomingContent } from '#app/domain/inviting/incoming-mail.ts'
import { answerIn, type ReplyDecision } from '#app/domain/inviting/reply-decision.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { countReviewMailSince, type MailFacts, type SettledMail, type Verdict } from '#db/inviting/inbox.ts'
import { askWhetherHers } from './ask-whether-hers.ts'
import type { Judgement } from './judge-mail.ts'
import { type RecordAnswer, recordAnswersWithin } from './record-answer.ts'
import { recordBounce } from './record-bounce.ts'
import { recordEngagedAnswerWithin } from './record-engaged-answer.ts'
import { sendInvitationAgain } from './send-invitation-again.ts'

/** More mail than this in an hour, without a personal address and of nobody whom we know for certain, is a flood: it is kept, but not put before anybody. */
const unknownMailPerHour = 200
const longestSubject = 300

export type JudgedMail = { inboxId: string; judgement: Judgement }

/**
 * Does what was decided about mails, in the caller's transaction, and says of each what was done. No confirmation is ever mailed: two machines would go on
 * forever. Answers are recorded together, and first.
 */
export async function settleJudgements(
  trx: Trx,
  site: Site,
  mails: readonly JudgedMail[],
  now: Temporal.Instant,
): Promise<SettledMail[]> {
  await recordAll(trx, site, mails, now)
  const settled: SettledMail[] = []
  for (const mail of mails) settled.push({ id: mail.inboxId, verdict: await settleJudgement(trx, site, mail, now) })
  return settled
}

async function settleJudgement(
  trx: Trx,
  site: Site,
  { inboxId, judgement }: JudgedMail,
  now: Temporal.Instant,
): Promise<Verdict> {
  const { finding, decision, mail, own } = judgement
  const about = {
    finding,
    personId: judgement.personId,
    briefingSessionId: judgement.briefingSessionId,
    registrationId: judgement.registrationId,
    engagementId: judgement.engagementId,
    facts: factsOf(judgement),
  }
  const done = (word: string, reason?: string): Verdict => ({ state: 'processed', decision: word, reason, ...about })
  const review = async (reason: string): Promise<Verdict> => {
    // Anybody can write any sender and any tag; nobody guesses whose tag there is, or has our own mail server say that the sender is right.
    const { guessedBy } = judgement
    const isCertain = guessedBy === 'token' || (guessedBy === 'sender' && mail.authentication === 'pass')
    const isFlood =
      !isCertain &&
      (await countReviewMailSince(trx, now.subtract({ hours: 1 }), unknownMailPerHour)) >= unknownMailPerHour
    return isFlood ? done('ignore', 'flood') : { state: 'review', decision: 'review', reason, ...about }
  }

  if (mail.content.kind === 'bounce') {
    const { content, authentication } = mail
    const bounce = await recordBounce(trx, site, { inboxId, content, own, authentication }, now)
    const verdict = bounce.kind === 'bounceUnproven' ? await review(bounce.kind) : done('bounce', bounce.kind)
    return { ...verdict, ...bounce.about }
  }
  if (!decision) {
    if (judgement.isRejectedSender && mail.content.kind === 'human') return done('ignore', 'rejectedSender')
    const reason = own?.box === 'feed' || own?.box === 'bounce' ? undefined : reviewReason(mail.content)
    return reason ? review(reason) : done('ignore', mail.content.kind)
  }
  if (decision.do === 'review') {
    const verdict = await review(decision.why)
    if (verdict.state === 'review' && decision.why === 'senderUnproven')
      await askWhetherHers(trx, site, { inboxId, judgement }, now)
    return verdict
  }
  if (decision.do === 'ignore') return done('ignore', decision.why)
  // A machine that asks would be answered for ever (RFC 3834 §2).
  if (decision.do === 'sendAgain' && mail.isAutomatic) return done('ignore', 'automatic')
  if (decision.do === 'sendAgain') {
    const { personId, briefingSessionId } = about
    if (personId === undefined || briefingSessionId === undefined) return review('unknownPerson')
    const isSent = await sendInvitationAgain(trx, site, { personId, briefingSessionId }, now)
    return isSent ? done('sendAgain') : done('ignore', 'sentRecently')
  }
  if (decision.do === 'record') return done('record', decision.why)
  return decision.review
    ? { state: 'review', decision: 'apply', reason: decision.review, ...about }
    : done('apply', decision.via)
}

/** What a person has to look at although it answers no invitation. */
function reviewReason(content: IncomingContent): string | undefined {
  if (content.kind === 'unreadableCalendar') return content.reason
  return content.kind === 'human' || content.kind === 'severalCalendars' || content.kind === 'unreadableMail'
    ? content.kind
    : undefined
}

function factsOf({ mail, version, guessedBy }: Judgement): MailFacts {
  const { from, subject, content } = mail
  const attendees = content.kind === 'calendar' ? content.calendar.attendees : []
  return {
    sender: from,
    subject: subject.slice(0, longestSubject).replaceAll('\0', ''),
    delegatedTo: attendees.flatMap((each) => each.delegatedTo).join(', ') || undefined,
    sessionSequence: version?.sequence,
    guessedBy,
    said: content.kind === 'calendar' ? answerIn(content.calendar) : undefined,
  }
}

/** The same function as a click on the link: it judges once more, under the lock on the evening. */
async function recordAll(trx: Trx, site: Site, mails: readonly JudgedMail[], now: Temporal.Instant): Promise<void> {
  const answers: RecordAnswer[] = []
  for (const { inboxId, judgement } of mails) {
    const { decision, registrationId, engagementId } = judgement
    if (decision?.do !== 'apply' && decision?.do !== 'record') continue
    const reply = replyIn(judgement, decision, inboxId)
    if (engagementId !== undefined) await recordEngagedAnswerWithin(trx, { engagementId, ...reply }, now)
    else if (registrationId !== undefined) answers.push({ registrationId, ...reply })
    else throw new Error('an answer of nobody')
  }
  // Somebody can answer twice at once, through two addresses of ours: the second finds the first.
  for (let left = answers; left.length > 0; ) {
    const firsts = left.filter((answer, at) => left.findIndex(isAbout(answer)) === at)
    await recordAnswersWithin(trx, site, firsts, now)
    left = left.filter((answer) => !firsts.includes(answer))
  }
}

function isAbout({ registrationId }: RecordAnswer) {
  return (other: RecordAnswer) => other.registrationId === registrationId
}

type Given = Extract<ReplyDecision, { do: 'apply' | 'record' }>

function replyIn({ mail }: Judgement, given: Given, inboxId: string) {
  const { answer, answeredSequence, answeredAt } = given
  const remark = mail.content.kind === 'calendar' ? mail.content.calendar.comment : ''
  const via = given.do === 'apply' && given.via !== 'ownAddress' ? given.via : undefined
  return { answer, door: 'calendar', answeredSequence, answeredAt, remark, inboxId, via } as const
}
