import { answersEarlierVersion, type CalendarAnswer, type CalendarVersion } from './calendar-event.ts'

export const givenAnswers = ['yes', 'maybe', 'no'] as const
export type GivenAnswer = (typeof givenAnswers)[number]

export const answerWords: Record<CalendarAnswer, string> = {
  yes: 'ja',
  maybe: 'misschien',
  no: 'nee',
  none: 'geen reactie',
}

/** As a participant says it. */
export const answerSentences: Record<GivenAnswer, string> = {
  yes: 'Ja, ik kom',
  maybe: 'Misschien',
  no: 'Nee, ik kom niet',
}

/** Through which door an answer came in. */
export type AnswerDoor = 'link' | 'calendar' | 'clerk' | 'staff'

export const doorWords: Record<AnswerDoor, string> = {
  link: 'via de link',
  calendar: 'via de agenda',
  clerk: 'door de griffie',
  staff: 'door de provincie',
}

const linkWords: Record<string, GivenAnswer> = { ja: 'yes', misschien: 'maybe', nee: 'no' }

/** What `?antwoord=` in a mail preselects. A link only preselects: mail scanners open every link. */
export function preselectedAnswer(word: string | null): GivenAnswer | undefined {
  return word === null ? undefined : linkWords[word]
}

/** The SEQUENCE an answer is about. A number above the evening's own was never sent (some calendars raise it themselves) and counts as the current one. */
export function sentSequence(answered: number, { sequence }: { sequence: number }): number {
  return Math.min(answered, sequence)
}

export type EarlierAnswer = { answeredSequence: number; answeredAt: Temporal.Instant } | undefined

/** Why an answer is kept in the register and changes nothing. */
export type NotApplied = 'earlierVersion' | 'olderThanLast'

/** Whether the page after a click says that the answer was about an earlier time. Not for `olderThanLast`: that is the first of her own two clicks. */
export function isAboutOldTime(notApplied: NotApplied | undefined): boolean {
  return notApplied === 'earlierVersion'
}

export const notAppliedWords: Record<NotApplied, string> = {
  earlierVersion: 'over een eerdere tijd, telt niet mee',
  olderThanLast: 'er was al een later antwoord, telt niet mee',
}

/** What is kept of an answer that tells whether it counts. */
export type KeptAnswer = {
  answeredSequence: number
  applied: boolean
  /** Undefined when it counted, or was kept before the reason was. */
  notApplied: NotApplied | undefined
  /** Staff took it back. */
  withdrawnAt: Temporal.Instant | undefined
}

/** Why an answer does not count, in words for whoever gave it; undefined when it does. */
export function whyItDoesNotCount(
  { answeredSequence, applied, notApplied, withdrawnAt }: KeptAnswer,
  version: CalendarVersion,
): string | undefined {
  if (withdrawnAt) return 'door de provincie teruggedraaid, telt niet mee'
  if (!applied) return notApplied ? notAppliedWords[notApplied] : 'telt niet mee'
  return answersEarlierVersion(answeredSequence, version) ? notAppliedWords.earlierVersion : undefined
}

/** How a calendar answer was known to be hers, when it did not come from her own address. */
export type AnswerVia = 'otherAddress' | 'sender' | 'remembered' | 'confirmed' | 'tray'

export const viaWords: Record<AnswerVia, string> = {
  otherAddress: 'van een ander adres',
  sender: 'herkend aan de afzender',
  remembered: 'van een adres dat een medewerker eerder koppelde',
  confirmed: 'bevestigd door de deelnemer',
  tray: 'gekoppeld door een medewerker',
}

/**
 * The latest answer wins, whichever door it came through, unless it answers a version from before the last change of time.
 * Undefined when it counts.
 */
export function whyNotApplied(
  reply: { answeredSequence: number; answeredAt: Temporal.Instant },
  { rsvpEpoch }: { rsvpEpoch: number },
  last: EarlierAnswer,
): NotApplied | undefined {
  if (reply.answeredSequence < rsvpEpoch) return 'earlierVersion'
  return last === undefined || Temporal.Instant.compare(reply.answeredAt, last.answeredAt) >= 0
    ? undefined
    : 'olderThanLast'
}
