import { dateInAmsterdam, formatMoment, formatTime } from '../calendar-text.ts'

/** Mail that should have left and has not, and mail that will not arrive. */
export type WaitingMail = {
  waiting: number
  /** When the oldest of them was posted. */
  since: Temporal.Instant | undefined
  /** Of those that wait: a server may have taken them without our knowing. */
  inDoubt: number
  failed: number
}

/** A mail that is this old still being here means that something is wrong. */
export const lateAfter = Temporal.Duration.from({ minutes: 5 })

export type WaitingMailWords = { waiting: string | undefined; inDoubt: string | undefined; failed: string | undefined }

/** "12 mails wachten sinds 09.40 uur", as staff read it; undefined for what there is nothing to say about. */
export function waitingMailInWords(
  { waiting, since, inDoubt, failed }: WaitingMail,
  now: Temporal.Instant,
): WaitingMailWords {
  return {
    waiting: since && `${waiting === 1 ? '1 mail wacht' : `${waiting} mails wachten`} sinds ${sinceWhen(since, now)}`,
    inDoubt: inDoubt > 0 ? doubtful(inDoubt) : undefined,
    failed: failed > 0 ? (failed === 1 ? '1 mail kwam niet aan' : `${failed} mails kwamen niet aan`) : undefined,
  }
}

function doubtful(count: number): string {
  return count === 1
    ? 'Van 1 mail weten wij niet zeker of die al is aangekomen.'
    : `Van ${count} mails weten wij niet zeker of ze al zijn aangekomen.`
}

/** The hour alone when it was today. */
function sinceWhen(since: Temporal.Instant, now: Temporal.Instant): string {
  return dateInAmsterdam(since).equals(dateInAmsterdam(now)) ? `${formatTime(since)} uur` : formatMoment(since)
}
