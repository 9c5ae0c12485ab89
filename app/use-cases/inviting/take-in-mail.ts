import { createHash } from 'node:crypto'
import { isTraceField } from '#app/domain/inviting/mail-traces.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import {
  countFailedTry,
  type Door,
  keepMail,
  lockUnprocessedMail,
  settleMail,
  type Verdict,
} from '#db/inviting/inbox.ts'
import { judgeMail } from './judge-mail.ts'
import { settleJudgement } from './settle-judgement.ts'

export type Envelope = {
  door: Door
  /** RCPT TO, or undefined when only the mail itself tells. */
  deliveredTo: string | undefined
  authservId: string | undefined
}

export type TakenIn = {
  inboxId: string
  outcome: 'settled' | 'duplicate' | 'failed'
  verdict?: Verdict
  error?: unknown
}

const triesBeforeReview = 3

/**
 * The one way in for mail, behind every door: kept first, then processed, each once. When keeping fails nothing was taken in and the
 * sender has to keep it; when processing fails it lies in the inbox and is tried again.
 * @throws when the database does not answer
 */
export async function takeInMail(
  db: Db,
  site: Site,
  { raw, envelope }: { raw: Buffer; envelope: Envelope },
  now: Temporal.Instant,
): Promise<TakenIn> {
  const { door, deliveredTo } = envelope
  const kept = await keepMail(db, { raw, door, deliveredTo, sha256: hashWithoutTraces(raw, deliveredTo) }, now)
  return processMail(db, site, { inboxId: kept.id, authservId: envelope.authservId }, now)
}

/** Processes a kept mail; one that was processed before, or is being processed now, is left alone. */
export async function processMail(
  db: Db,
  site: Site,
  { inboxId, authservId }: { inboxId: string; authservId: string | undefined },
  now: Temporal.Instant,
): Promise<TakenIn> {
  try {
    const verdict = await db.transaction().execute(async (trx) => {
      const kept = await lockUnprocessedMail(trx, inboxId)
      if (!kept) return undefined
      const judgement = await judgeMail(trx, site, { ...kept, authservId }, now)
      const settled = await settleJudgement(trx, site, { inboxId, judgement }, now)
      await settleMail(trx, inboxId, settled, now)
      return settled
    })
    return verdict ? { inboxId, outcome: 'settled', verdict } : { inboxId, outcome: 'duplicate' }
  } catch (error) {
    // The mail itself is safe. What fails every time is for a person to look at, not for the next try.
    const tries = await countFailedTry(db, inboxId)
    if (tries >= triesBeforeReview || error instanceof Refusal) await setAside(db, inboxId, now)
    return { inboxId, outcome: 'failed', error }
  }
}

/**
 * Processes a mail that an earlier process left behind. It may be what that process ended on, so the try is counted before it is made: no mail keeps the
 * door shut for ever.
 */
export async function processLeftover(
  db: Db,
  site: Site,
  mail: { inboxId: string; authservId: string | undefined },
  now: Temporal.Instant,
): Promise<TakenIn> {
  const { inboxId } = mail
  if ((await countFailedTry(db, inboxId)) <= triesBeforeReview) return processMail(db, site, mail, now)
  await setAside(db, inboxId, now)
  return { inboxId, outcome: 'failed', error: new Error('tried too often') }
}

async function setAside(db: Db, inboxId: string, now: Temporal.Instant): Promise<void> {
  const unknown = { personId: undefined, briefingSessionId: undefined, registrationId: undefined }
  const verdict = { state: 'review', finding: 'failed', decision: 'review', reason: 'failed', ...unknown } as const
  await db.transaction().execute((trx) => settleMail(trx, inboxId, verdict, now))
}

/** The same mail delivered twice differs only in what servers wrote above it on the way. */
function hashWithoutTraces(raw: Buffer, deliveredTo: string | undefined): Buffer {
  const text = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const fields = text.slice(0, end).split(/\r?\n(?![ \t])/)
  const head = fields.filter((field) => !isTraceField(field)).map((field) => field.trimEnd())
  const body = text.slice(end).trim().replaceAll('\r\n', '\n')
  return createHash('sha256')
    .update(`${deliveredTo?.toLowerCase() ?? ''}\0${head.join('\n')}\0`)
    .update(body, 'latin1')
    .digest()
}
