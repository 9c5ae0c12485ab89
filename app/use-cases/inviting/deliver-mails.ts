import { nextAfterDoubt, nextAttempt } from '#app/domain/inviting/retry-table.ts'
import type { Db } from '#db/connection.server.ts'
import {
  type ClaimedMail,
  claimDueMails,
  type Outcome,
  recordOutcome,
  recordSent,
  renewLease,
} from '#db/inviting/delivery.ts'
import { addJob } from '#db/jobs.ts'
import type { SendResult } from '#emails/send-result.ts'
import type { MailTransport } from '#emails/transport.server.ts'
import type { Turns } from './taking-turns.ts'

export type Pace = {
  /** How long one process may be busy with a mail before another may take it over. */
  lease: Temporal.Duration
  /** How long after an unknown fate the same bytes go again. */
  doubt: Temporal.Duration
}

/** What one process sends with; made once, since only one mail in the whole process may be past its final dot. */
export type MailOffice = {
  transport: MailTransport
  turns: Turns
  pace: Pace
  /** True while this process is sending; whoever asks then only leaves word that there is more. */
  isOpen: boolean
  askedAgain: boolean
  /** The process is stopping: finish the mails in hand and leave the rest to the next one. */
  isClosing: boolean
}

export function openMailOffice(transport: MailTransport, turns: Turns, pace: Pace): MailOffice {
  return { transport, turns, pace, isOpen: false, askedAgain: false, isClosing: false }
}

/** One loop for each connection of the transport; each takes a few mails at a time, to spare the database. */
const loops = 5
const claimSize = 4

/**
 * Sends every mail that is due and stops when none is left. Safe to run in several processes, and at any moment in this one.
 *
 * The final dot is given to one mail at a time, and its acceptance is in the database before the next one gets it. So whatever kills this process, at
 * most one mail can have been accepted without our knowing it; every other one is known not to be delivered yet.
 */
export async function deliverMails(db: Db, office: MailOffice, clock: () => Temporal.Instant): Promise<void> {
  office.askedAgain = true
  if (office.isOpen) return
  office.isOpen = true
  try {
    while (office.askedAgain && !office.isClosing) {
      office.askedAgain = false
      await Promise.all(Array.from({ length: loops }, () => deliverUntilNoneIsDue(db, office, clock)))
    }
  } finally {
    office.isOpen = false
  }
}

async function deliverUntilNoneIsDue(db: Db, office: MailOffice, clock: () => Temporal.Instant): Promise<void> {
  while (!office.isClosing) {
    const now = clock()
    const mails = await claimDueMails(db, { limit: claimSize, leaseUntil: now.add(office.pace.lease) }, now)
    if (mails.length === 0) return
    for (const mail of mails) await deliver(db, office, mail, clock)
  }
}

async function deliver(
  db: Db,
  { transport, turns, pace }: MailOffice,
  claimed: ClaimedMail,
  clock: () => Temporal.Instant,
): Promise<void> {
  const turn = turns.reserve()
  let mail = claimed
  // Who waited so long that her lease ran low finishes only what is still hers: otherwise two workers could both deliver it.
  const beforeFinalDot = async () => {
    await turn.come()
    const now = clock()
    if (Temporal.Instant.compare(now.add(halfOf(pace.lease)), mail.leaseUntil) < 0) return
    const leaseUntil = now.add(pace.lease)
    if (!(await renewLease(db, mail, leaseUntil)))
      throw new Error('the lease of this mail ended before it was handed over')
    mail = { ...mail, leaseUntil }
  }
  try {
    const result = await transport.send({ ...mail, dsnId: mail.id, beforeFinalDot })
    if (result.state === 'sent') await recordSent(db, mail.id, result.response, clock())
    else await recordFailure(db, mail, outcomeOf(mail, result, pace, clock()))
  } finally {
    turn.end()
  }
}

function halfOf(lease: Temporal.Duration): Temporal.Duration {
  return Temporal.Duration.from({ milliseconds: Math.floor(lease.total('milliseconds') / 2) })
}

async function recordFailure(db: Db, mail: ClaimedMail, outcome: Outcome): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await recordOutcome(trx, mail, outcome)
    if (outcome.state !== 'failed') await addJob(trx, 'deliverMails', {}, { runAt: outcome.nextAttemptAt })
  })
}

function outcomeOf(
  mail: ClaimedMail,
  result: Exclude<SendResult, { state: 'sent' }>,
  pace: Pace,
  now: Temporal.Instant,
): Outcome {
  const { text } = result
  const code = result.state === 'inDoubt' ? null : result.code
  if (result.state === 'inDoubt') {
    const nextAttemptAt = nextAfterDoubt(mail.doubts + 1, pace.doubt, now)
    return nextAttemptAt ? { state: 'inDoubt', nextAttemptAt, code, text } : { state: 'failed', code, text }
  }
  const nextAttemptAt = result.state === 'retry' ? nextAttempt(mail, now) : undefined
  return nextAttemptAt ? { state: 'pending', nextAttemptAt, code, text } : { state: 'failed', code, text }
}
