import { randomUUID } from 'node:crypto'
import { returnProof } from '#app/domain/access/tokens.server.ts'
import { isOwnLink } from '#app/domain/inviting/own-link.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { type OutboxEntry, putAllInOutbox } from '#db/inviting/outbox.ts'
import { lockSuspended, recordWithheldMail } from '#db/inviting/withheld.ts'
import { mailAddresses } from '#emails/addresses.ts'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { DosNumberMissing } from '#emails/dossier-number.ts'
import { isDossierMail, type Mailbox, type MailContent, type OutgoingMessage } from '#emails/message.ts'

export type Post = {
  content: MailContent
  to: { name: string; address: string }
  /** Says which mail this is: posting it twice posts it once. For instance `request-received:<request id>`. */
  dedupeKey: string
  /** Mails of one lane leave in order: `session:<id>:person:<id>` for calendar mail, `person:<id>` for the rest. */
  lane: string
  personId?: string
  briefingRequestId?: string
  briefingSessionId?: string
  sequence?: number
  /** Calendar mail: the person's own reply address. Other mail is answered to the common mailbox. */
  replyTo?: Mailbox
  /** Calendar mail threads on the first invitation (RFC 5322 §3.6.4). */
  thread?: { messageId: string; inReplyTo?: string }
  /** Reminders: where one click stops them (RFC 8058). */
  listUnsubscribe?: { url: string; listId: string }
}

export type Posted = 'queued' | 'alreadyQueued' | 'withheld'

/**
 * Composes a mail once and puts its bytes in the outbox, in the caller's transaction: it leaves exactly when the change it tells of is saved.
 * Dossier mail without its number is withheld, and so is what would go to a suspended address, unless it proves that the address works again. Staff see
 * why; nothing is thrown, since what people did is saved all the same.
 */
export async function postMessage(trx: Trx, site: Site, post: Post, now: Temporal.Instant): Promise<Posted> {
  const { queued, withheld } = await postMessages(trx, site, [post], now)
  if (withheld > 0) return 'withheld'
  return queued > 0 ? 'queued' : 'alreadyQueued'
}

/** The same for several, with one asking for their delivery. */
export async function postMessages(
  trx: Trx,
  site: Site,
  posts: readonly Post[],
  now: Temporal.Instant,
): Promise<{ queued: number; withheld: number }> {
  const entries: OutboxEntry[] = []
  const refusable = posts.filter(({ content }) => !isOwnLink(content.kind))
  const suspended = await lockSuspended(
    trx,
    refusable.map(({ to }) => to.address),
  )
  for (const post of posts) {
    const { kind } = post.content
    const { personId, briefingRequestId, briefingSessionId } = post
    const about = { kind, personId, briefingRequestId, briefingSessionId }
    const entry = await toOutboxEntry(site, post, now)
    if (entry === 'dosNumberMissing') await recordWithheldMail(trx, { ...about, reason: entry }, now)
    else if (suspended.has(post.to.address.toLowerCase()) && !isOwnLink(kind)) await holdBack(trx, post, now)
    else entries.push(entry)
  }
  const queued = await putAllInOutbox(trx, entries, now)
  return { queued, withheld: posts.length - entries.length }
}

/** Keeps a mail to a suspended address as it was written, until the address works again. */
export async function holdBack(trx: Trx, post: Post, now: Temporal.Instant): Promise<void> {
  const { personId, briefingRequestId, briefingSessionId, dedupeKey, to } = post
  const about = { kind: post.content.kind, personId, briefingRequestId, briefingSessionId }
  const held = { address: to.address, dedupeKey, post }
  await recordWithheldMail(trx, { ...about, reason: 'addressSuspended', held }, now)
}

/** The finished mail with everything that delivering it needs; or why it may not leave. */
export async function toOutboxEntry(
  site: Site,
  post: Post,
  now: Temporal.Instant,
): Promise<OutboxEntry | 'dosNumberMissing'> {
  const { content } = post
  const id = randomUUID()
  const addresses = mailAddresses(site.mailDomain)
  const messageId = post.thread?.messageId ?? `<${id}@${site.mailDomain}>`
  const raw = await composeOrWithhold({
    ...content,
    from: addresses.from,
    replyTo: post.replyTo ?? addresses.from,
    to: post.to,
    messageId,
    inReplyTo: post.thread?.inReplyTo,
    references: post.thread?.inReplyTo ? [post.thread.inReplyTo] : undefined,
    sentAt: now,
    listUnsubscribe: post.listUnsubscribe,
  })
  if (raw === 'dosNumberMissing') return raw
  return {
    id,
    dedupeKey: post.dedupeKey,
    kind: content.kind,
    lane: post.lane,
    isDossier: isDossierMail(content.kind),
    dosNumber: content.dosNumber ?? undefined,
    briefingSessionId: post.briefingSessionId,
    briefingRequestId: post.briefingRequestId,
    personId: post.personId,
    sequence: post.sequence,
    envelopeFrom: addresses.bouncesTo(id, returnProof(site.linkSecret, id)),
    recipient: post.to.address,
    messageId,
    subject: content.subject,
    raw,
  }
}

async function composeOrWithhold(message: OutgoingMessage): Promise<Buffer | 'dosNumberMissing'> {
  try {
    return await composeRaw(message)
  } catch (error) {
    if (error instanceof DosNumberMissing) return 'dosNumberMissing'
    throw error
  }
}
