import { setTimeout as sleep } from 'node:timers/promises'
import { nextAfterDoubt, nextAttempt } from '#app/domain/inviting/retry-table.ts'
import type { Db } from '#db/connection.server.ts'
import type { AcceptanceJournal } from '#db/inviting/acceptance-journal.server.ts'
import { type ClaimedMail, claimDueMails, findNextTurn, handBack, renewLease } from '#db/inviting/claiming.ts'
import { type Outcome, recordOutcome, recordSent } from '#db/inviting/delivery-outcomes.ts'
import { addJob } from '#db/jobs.ts'
import type { SendResult } from '#emails/send-result.ts'
import type { MailTransport } from '#emails/transport.server.ts'
import { type MailsInHand, mailsInHand } from './mails-in-hand.ts'
import { type Acceptances, rememberAcceptances } from './remember-acceptances.ts'
import { type Turns, takingTurns } from './taking-turns.ts'

export type Pace = {
  /** How long one process may be busy with a mail before another may take it over. */
  lease: Temporal.Duration
  /** How long after an unknown fate the same bytes go again. */
  doubt: Temporal.Duration
  /** The time between two mails to one domain of recipients, counted over all workers; undefined for no limit. */
  spacing?: Temporal.Duration
  /** Waits; a test that has its own clock moves that instead. */
  pause?: (until: Temporal.Instant) => Promise<void>
}

/** What one process sends with; made once, since only one mail in the whole process may be past its final dot. */
export type MailOffice = {
  transport: MailTransport
  turns: Turns
  pace: Pace
  acceptances: Acceptances
  /** True while this process is sending; whoever asks then only leaves word that there is more. */
  isOpen: boolean
  askedAgain: boolean
  /** The process is stopping: finish the mails that a server is being offered and hand back the rest. */
  isClosing: boolean
}

/** Without a journal every mail is in the database as accepted before the next one may be taken. */
export function openMailOffice(db: Db, transport: MailTransport, pace: Pace, journal?: AcceptanceJournal): MailOffice {
  const acceptances = rememberAcceptances((batch) => recordSent(db, batch), journal)
  return { transport, turns: takingTurns(), pace, acceptances, isOpen: false, askedAgain: false, isClosing: false }
}

const claimSize = 50

/**
 * Sends every mail that is due and stops when none is left. Safe to run in several processes, and at any moment in this one.
 *
 * The final dot is given to one mail at a time, and its acceptance is noted where the death of this process cannot reach it before the next one gets it.
 * So whatever is killed, at most one mail can have been accepted without our knowing it; every other one is known not to be delivered yet.
 */
export async function deliverMails(db: Db, office: MailOffice, clock: () => Temporal.Instant): Promise<void> {
  office.askedAgain = true
  if (office.isOpen) return
  office.isOpen = true
  try {
    while (office.askedAgain && !office.isClosing) {
      office.askedAgain = false
      const hand = mailsInHand(
        () => office.isClosing,
        () => claim(db, office, clock()),
        office.acceptances.settled,
      )
      const loops = Array.from({ length: office.transport.connections }, () => deliverFrom(hand, db, office, clock))
      const broken = (await Promise.allSettled(loops)).find(({ status }) => status === 'rejected')
      await handBack(db, await hand.leave())
      // Before this process ends the database knows what was accepted, and the journal is empty.
      if (office.isClosing) await office.acceptances.settled()
      if (broken?.status === 'rejected') throw broken.reason
      await waitForTurn(db, office, clock())
    }
  } finally {
    office.isOpen = false
  }
}

async function claim(db: Db, { pace, isClosing }: MailOffice, now: Temporal.Instant): Promise<ClaimedMail[]> {
  if (isClosing) return []
  return claimDueMails(db, { limit: claimSize, leaseUntil: now.add(pace.lease), spacing: pace.spacing }, now)
}

/** What is due but waits for its domain comes when that has its turn. */
async function waitForTurn(db: Db, office: MailOffice, now: Temporal.Instant): Promise<void> {
  if (office.isClosing || !office.pace.spacing) return
  const turn = await findNextTurn(db, now)
  if (turn === undefined) return
  const pause = office.pace.pause ?? ((until) => sleep(Math.max(1, until.since(now).total('milliseconds'))))
  await pause(turn)
  office.askedAgain = true
}

/** One for each connection of the transport. */
async function deliverFrom(hand: MailsInHand, db: Db, office: MailOffice, clock: () => Temporal.Instant) {
  for (let mail = await hand.next(); mail; mail = await hand.next()) await deliver(db, office, mail, clock)
}

async function deliver(
  db: Db,
  { transport, turns, pace, acceptances }: MailOffice,
  claimed: ClaimedMail,
  clock: () => Temporal.Instant,
): Promise<void> {
  const turn = turns.reserve()
  let mail = claimed
  let ownFailure: unknown
  // Who waited so long that her lease ran low finishes only what is still hers: otherwise two workers could both deliver it.
  const holdLease = async () => {
    const now = clock()
    if (mail.leaseUntil.epochMilliseconds - now.epochMilliseconds > pace.lease.total('milliseconds') / 2) return
    const leaseUntil = now.add(pace.lease)
    if (!(await renewLease(db, mail, leaseUntil))) throw new LeaseEnded()
    mail = { ...mail, leaseUntil }
  }
  const beforeFinalDot = async () => {
    await turn.come()
    await acceptances.room()
    try {
      await holdLease()
    } catch (error) {
      ownFailure = error
      throw error
    }
  }
  try {
    const result = await transport.send({ ...mail, dsnId: mail.id, beforeFinalDot })
    if (result.state === 'sent') acceptances.note({ id: mail.id, response: result.response, at: clock() })
    else if (ownFailure === undefined) await recordFailure(db, mail, outcomeOf(mail, result, pace, clock()))
    else {
      // No server had a part in it: the mail is due as it was, and is not made to wait for it.
      await handBack(db, [mail])
      if (!(ownFailure instanceof LeaseEnded)) throw ownFailure
    }
  } finally {
    turn.end()
  }
}

/** Somebody else has this mail now; there is nothing left to do here. */
class LeaseEnded extends Error {
  constructor() {
    super('the lease of this mail ended before it was handed over')
  }
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
