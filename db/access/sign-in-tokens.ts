import { type SignsInAs, signsInAs } from '#app/domain/access/sign-in.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { roleHoldsOn } from './roles.ts'

type NewToken = {
  tokenHash: Buffer
  emailAddressId: string
  now: Temporal.Instant
  expiresAt: Temporal.Instant
}

export async function insertSignInLink(trx: Trx, token: NewToken & { returnTo: string }): Promise<void> {
  await trx
    .insertInto('sign_in_token')
    .values({ ...columnsOf(token), purpose: 'signIn', return_to: token.returnTo })
    .execute()
}

export async function insertMailboxProof(trx: Trx, token: NewToken & { briefingRequestId: string }): Promise<void> {
  await trx
    .insertInto('sign_in_token')
    .values({ ...columnsOf(token), purpose: 'confirmMailbox', briefing_request_id: token.briefingRequestId })
    .execute()
}

/** Whether a sign-in link would still work, and as whom one would sign in. Reading uses nothing up. */
export async function findSignInLink(
  db: Db,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<{ signsInAs: SignsInAs } | undefined> {
  const rows = await db
    .selectFrom('sign_in_token')
    .innerJoin('person', 'person.email_address_id', 'sign_in_token.email_address_id')
    .leftJoin('person_role', (join) => join.onRef('person_role.person_id', '=', 'person.id').on(roleHoldsOn(now)))
    .select('person_role.role')
    .where('sign_in_token.token_hash', '=', tokenHash)
    .where('sign_in_token.purpose', '=', 'signIn')
    .where('sign_in_token.used_at', 'is', null)
    .where('sign_in_token.expires_at', '>', now.toString())
    .where('person.erased_at', 'is', null)
    .execute()
  return rows.length === 0 ? undefined : { signsInAs: signsInAs(rows.map(({ role }) => role)) }
}

/**
 * Uses a sign-in link up. This one UPDATE decides: of any number of callers with the same link one gets a row.
 */
export async function spendSignInLink(
  trx: Trx,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<{ emailAddressId: string; returnTo: string; mailedAt: Temporal.Instant } | undefined> {
  const used = await trx
    .updateTable('sign_in_token')
    .set({ used_at: now.toString() })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'signIn')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toString())
    .returning(['email_address_id as emailAddressId', 'return_to as returnTo', 'created_at'])
    .executeTakeFirst()
  return used && { ...used, mailedAt: toInstant(used.created_at) }
}

/** The request that a mailbox proof belongs to, and whether the proof can still be given. */
export async function findMailboxProof(
  db: Db,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<{ briefingRequestId: string; state: 'usable' | 'used' | 'expired' } | undefined> {
  const row = await db
    .selectFrom('sign_in_token')
    .select(({ eb }) => [
      'briefing_request_id as briefingRequestId',
      'used_at as usedAt',
      eb('expires_at', '>', now.toString()).as('isInTime'),
    ])
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', 'confirmMailbox')
    .executeTakeFirst()
  if (!row?.briefingRequestId) return undefined
  const state = row.usedAt !== null ? 'used' : row.isInTime ? 'usable' : 'expired'
  return { briefingRequestId: row.briefingRequestId, state }
}

/** Uses a mailbox proof up, as `spendSignInLink` does, and with it every other proof that was mailed for the same request. */
export async function spendMailboxProof(
  trx: Trx,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<
  { emailAddressId: string; briefingRequestId: string; contactName: string; mailedAt: Temporal.Instant } | undefined
> {
  const used = await trx
    .updateTable('sign_in_token')
    .from('briefing_request')
    .set({ used_at: now.toString() })
    .whereRef('briefing_request.id', '=', 'sign_in_token.briefing_request_id')
    .where('sign_in_token.token_hash', '=', tokenHash)
    .where('sign_in_token.purpose', '=', 'confirmMailbox')
    .where('sign_in_token.used_at', 'is', null)
    .where('sign_in_token.expires_at', '>', now.toString())
    .returning([
      'sign_in_token.email_address_id as emailAddressId',
      'briefing_request.id as briefingRequestId',
      'briefing_request.contact_name as contactName',
      'sign_in_token.created_at',
    ])
    .executeTakeFirst()
  if (!used) return undefined
  await trx
    .updateTable('sign_in_token')
    .set({ used_at: now.toString() })
    .where('briefing_request_id', '=', used.briefingRequestId)
    .where('used_at', 'is', null)
    .execute()
  return { ...used, mailedAt: toInstant(used.created_at) }
}

function columnsOf({ tokenHash, emailAddressId, now, expiresAt }: NewToken) {
  return {
    token_hash: tokenHash,
    email_address_id: emailAddressId,
    created_at: now.toString(),
    expires_at: expiresAt.toString(),
    used_at: null,
  }
}
