import type { BounceKind } from '#app/domain/inviting/bounce-rule.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { holdMailTo } from './held-mail.ts'

/** The mail that came back, and the address it went to. */
export type ReturnedMail = {
  outboxId: string
  emailAddressId: string | undefined
  briefingSessionId: string | undefined
  personId: string | undefined
  sequence: number | undefined
}

/** By the id in our own return address or envelope, else by Message-ID: nobody who did not get the mail knows either. */
export async function findReturnedMail(
  db: Db,
  by: { outboxIds: readonly string[]; messageId: string | undefined },
): Promise<ReturnedMail | undefined> {
  const keys = [
    ...by.outboxIds.map((id) => ['id', id] as const),
    ...(by.messageId ? [['message_id', by.messageId] as const] : []),
  ]
  for (const [column, value] of keys) {
    const row = await db
      .selectFrom('outbox')
      .select(['id', 'recipient', 'briefing_session_id', 'person_id', 'sequence'])
      .where(column, '=', value)
      .limit(1)
      .executeTakeFirst()
    if (!row) continue
    const address = await db
      .selectFrom('email_address')
      .select('id')
      .where('address', '=', row.recipient)
      .executeTakeFirst()
    return {
      outboxId: row.id,
      emailAddressId: address?.id,
      briefingSessionId: row.briefing_session_id ?? undefined,
      personId: row.person_id ?? undefined,
      sequence: row.sequence ?? undefined,
    }
  }
  return undefined
}

export async function insertBounce(
  trx: Trx,
  bounce: { inboxId: string; mail: ReturnedMail; kind: BounceKind; status: string },
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('bounce')
    .values({
      inbox_id: bounce.inboxId,
      outbox_id: bounce.mail.outboxId,
      email_address_id: bounce.mail.emailAddressId ?? null,
      kind: bounce.kind,
      status: bounce.status,
      received_at: now.toString(),
    })
    .execute()
}

/** What came back from an address since then and since staff last released it, once for each mail and kind. */
export async function listBouncesSince(
  trx: Trx,
  emailAddressId: string,
  since: Temporal.Instant,
): Promise<BounceKind[]> {
  const rows = await trx
    .selectFrom('bounce')
    .innerJoin('email_address', 'email_address.id', 'bounce.email_address_id')
    .select(['bounce.outbox_id', 'bounce.kind'])
    .distinct()
    .where('bounce.email_address_id', '=', emailAddressId)
    .where('bounce.received_at', '>=', since.toString())
    .where((eb) =>
      eb.or([
        eb('email_address.released_at', 'is', null),
        eb('bounce.received_at', '>', eb.ref('email_address.released_at')),
      ]),
    )
    .execute()
  return rows.map(({ kind }) => kind)
}

export type PastBounce = { kind: BounceKind; status: string; at: Temporal.Instant; subject: string }

const mostBounces = 20

/** What came back from an address, the newest first. */
export async function listBounces(db: Db, emailAddressId: string): Promise<PastBounce[]> {
  const rows = await db
    .selectFrom('bounce')
    .innerJoin('outbox', 'outbox.id', 'bounce.outbox_id')
    .select(['bounce.kind', 'bounce.status', 'bounce.received_at', 'outbox.subject'])
    .where('bounce.email_address_id', '=', emailAddressId)
    .orderBy('bounce.received_at', 'desc')
    .limit(mostBounces)
    .execute()
  return rows.map(({ kind, status, received_at, subject }) => ({ kind, status, at: toInstant(received_at), subject }))
}

/** Nothing leaves for it any more, what waits neither. False when it was suspended already. */
export async function suspendAddress(
  trx: Trx,
  emailAddressId: string,
  reason: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const suspended = await trx
    .updateTable('email_address')
    .set({ suspended_at: now.toString(), suspended_reason: reason })
    .where('id', '=', emailAddressId)
    .where('suspended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (suspended === undefined) return false
  await holdMailTo(trx, emailAddressId)
  return true
}

/** Only while that mail is the last one this person got about the evening: a later one may well have arrived. */
export async function markUndelivered(trx: Trx, mail: ReturnedMail): Promise<void> {
  const { briefingSessionId, personId, sequence } = mail
  if (briefingSessionId === undefined || personId === undefined || sequence === undefined) return
  await trx
    .updateTable('invitation')
    .set({ state: 'undelivered' })
    .where('briefing_session_id', '=', briefingSessionId)
    .where('person_id', '=', personId)
    .where('last_sequence', '=', sequence)
    .where('state', 'in', ['ready', 'sent'])
    .execute()
}
