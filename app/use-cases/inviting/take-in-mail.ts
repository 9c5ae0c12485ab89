import { hashWithoutTraces } from '#app/domain/inviting/mail-hash.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import {
  countFailedTry,
  type Door,
  findUnprocessedMail,
  keepMails,
  lockUnprocessedMails,
  settleMails,
  type Verdict,
} from '#db/inviting/inbox.ts'
import { judgeMails, type ReadMail, readMail } from './judge-mail.ts'
import { settleJudgements } from './settle-judgement.ts'
import { together } from './together.ts'

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

export type ArrivingMail = { raw: Buffer; envelope: Envelope; at: Temporal.Instant }

type KeptMail = {
  inboxId: string
  /** Undefined when it has to be read from the inbox: it was kept before. */
  raw: Buffer | undefined
  deliveredTo: string | undefined
  authservId: string | undefined
  at: Temporal.Instant
}

type MailBeingRead = Omit<KeptMail, 'raw'> & {
  /** Undefined when it was processed before. */
  read: Promise<ReadMail | undefined>
}

/** So many answers share their commits at most. */
export const mostTogether = 25

/**
 * The one way in for mail, behind every door: kept first, then processed, each once. When keeping fails nothing was taken in and the sender has to keep
 * it; when processing fails it lies in the inbox and is tried again. Mails that come while others are being taken in are taken in together, at most one
 * for each recipient, so that two answers of one person are judged one after the other. Each is read while the database is busy with those before it.
 * @throws when the database does not answer
 */
export function openMailRoom(db: Db, site: Site): (mail: ArrivingMail) => Promise<TakenIn> {
  const keep = together((mails: ArrivingMail[]) => keepAll(db, mails), { most: mostTogether })
  const process = together((mails: MailBeingRead[]) => processAll(db, site, mails), {
    most: mostTogether,
    keyOf: ({ deliveredTo }) => deliveredTo?.toLowerCase() ?? '',
  })
  return async (mail) => process(beginReading(db, site, await keep(mail)))
}

/** The same for one mail alone. */
export async function takeInMail(
  db: Db,
  site: Site,
  { raw, envelope }: { raw: Buffer; envelope: Envelope },
  now: Temporal.Instant,
): Promise<TakenIn> {
  return openMailRoom(db, site)({ raw, envelope, at: now })
}

async function keepAll(db: Db, mails: readonly ArrivingMail[]): Promise<KeptMail[]> {
  const kept = await keepMails(
    db,
    mails.map(({ raw, envelope: { door, deliveredTo }, at }) => {
      return { raw, door, deliveredTo, sha256: hashWithoutTraces(raw, deliveredTo), receivedAt: at }
    }),
  )
  return mails.map(({ raw, envelope: { deliveredTo, authservId }, at }, index) => {
    const { id = '', isNew = false } = kept[index] ?? {}
    return { inboxId: id, raw: isNew ? raw : undefined, deliveredTo, authservId, at }
  })
}

/** Only what was kept: no mail is lost because reading it ends the process. */
function beginReading(db: Db, site: Site, { raw, ...mail }: KeptMail): MailBeingRead {
  const { inboxId, deliveredTo, authservId } = mail
  const readKept = async () => {
    const kept = raw ? { raw, deliveredTo } : await findUnprocessedMail(db, inboxId)
    return kept && readMail(site, { ...kept, authservId })
  }
  const read = readKept()
  // Whoever processes it hears of a failure; until then it is nobody's.
  read.catch(() => {})
  return { ...mail, read }
}

/** Processes a kept mail; one that was processed before, or is being processed now, is left alone. */
export async function processMail(
  db: Db,
  site: Site,
  { inboxId, authservId }: { inboxId: string; authservId: string | undefined },
  now: Temporal.Instant,
): Promise<TakenIn> {
  const kept = { inboxId, raw: undefined, deliveredTo: undefined, authservId, at: now }
  return processOne(db, site, beginReading(db, site, kept))
}

/** In one transaction; when that fails each in its own, so that nobody's answer waits for what is wrong with another's. */
async function processAll(db: Db, site: Site, mails: readonly MailBeingRead[]): Promise<TakenIn[]> {
  if (mails.length > 1)
    try {
      return await settleTogether(db, site, mails)
    } catch {
      // Nothing of it was saved: each says for itself what is wrong with it.
    }
  const taken: TakenIn[] = []
  for (const mail of mails) taken.push(await processOne(db, site, mail))
  return taken
}

async function processOne(db: Db, site: Site, mail: MailBeingRead): Promise<TakenIn> {
  const { inboxId } = mail
  try {
    const [taken] = await settleTogether(db, site, [mail])
    return taken ?? { inboxId, outcome: 'duplicate' }
  } catch (error) {
    // The mail itself is safe. What fails every time is for a person to look at, not for the next try.
    const tries = await countFailedTry(db, inboxId)
    if (tries >= triesBeforeReview || error instanceof Refusal) await setAside(db, inboxId, mail.at)
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

async function settleTogether(db: Db, site: Site, mails: readonly MailBeingRead[]): Promise<TakenIn[]> {
  const now = mails.map(({ at }) => at).reduce((one, other) => (Temporal.Instant.compare(one, other) > 0 ? one : other))
  const reads = new Map<string, ReadMail>()
  for (const mail of mails) {
    const read = await mail.read
    if (read) reads.set(mail.inboxId, read)
  }
  const settled = await db.transaction().execute(async (trx) => {
    const ours = await lockUnprocessedMails(trx, [...reads.keys()])
    const open = [...reads].filter(([inboxId]) => ours.has(inboxId))
    if (open.length === 0) return []
    const judgements = await judgeMails(
      trx,
      open.map(([, read]) => read),
      now,
    )
    const judged = open.flatMap(([inboxId], at) => {
      const judgement = judgements[at]
      return judgement ? [{ inboxId, judgement }] : []
    })
    const verdicts = await settleJudgements(trx, site, judged, now)
    await settleMails(trx, verdicts, now)
    return verdicts
  })
  const verdicts = new Map(settled.map(({ id, verdict }) => [id, verdict]))
  return mails.map(({ inboxId }): TakenIn => {
    const verdict = verdicts.get(inboxId)
    return verdict ? { inboxId, outcome: 'settled', verdict } : { inboxId, outcome: 'duplicate' }
  })
}

async function setAside(db: Db, inboxId: string, now: Temporal.Instant): Promise<void> {
  const unknown = { personId: undefined, briefingSessionId: undefined, registrationId: undefined }
  const verdict = { state: 'review', finding: 'failed', decision: 'review', reason: 'failed', ...unknown } as const
  await db.transaction().execute((trx) => settleMails(trx, [{ id: inboxId, verdict }], now))
}
