import { sql } from 'kysely'
import type { ClerkRole, StaffRole, Viewer } from '#app/domain/access/viewer.ts'
import { clerkRoles, staffRoles } from '#app/domain/access/viewer.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { roleHoldsOn } from './roles.ts'

const isClerkRole = (role: string): role is ClerkRole => (clerkRoles as readonly string[]).includes(role)
const isStaffRole = (role: string): role is StaffRole => (staffRoles as readonly string[]).includes(role)

export type SignIn = { viewer: Viewer; lastSeenAt: Temporal.Instant }

/** The person behind a cookie with the roles that hold on the day of `now` in Amsterdam; one query. */
export async function findSignIn(db: Db, tokenHash: Buffer, now: Temporal.Instant): Promise<SignIn | undefined> {
  const rows = await db
    .selectFrom('sign_in')
    .innerJoin('person', 'person.id', 'sign_in.person_id')
    .leftJoin('person_role', (join) => join.onRef('person_role.person_id', '=', 'person.id').on(roleHoldsOn(now)))
    .leftJoin('council', 'council.id', 'person_role.council_id')
    .leftJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select([
      'sign_in.id as signInId',
      'sign_in.last_seen_at as lastSeenAt',
      'person.id as personId',
      'person.name',
      'person_role.role',
      'person_role.council_id as councilId',
      'person_role.region_id as regionId',
      'council.name as councilName',
      'municipality.slug as municipalitySlug',
    ])
    .where('sign_in.token_hash', '=', tokenHash)
    .where('sign_in.revoked_at', 'is', null)
    .where('sign_in.expires_at', '>', now.toString())
    .where('person.erased_at', 'is', null)
    .orderBy('council.name')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const viewer = {
    personId: first.personId,
    name: first.name,
    signInId: first.signInId,
    councils: rows.flatMap(({ role, councilId, councilName, municipalitySlug }) =>
      role && isClerkRole(role) && councilId && councilName && municipalitySlug
        ? [{ councilId, councilName, municipalitySlug, role }]
        : [],
    ),
    staff: rows.flatMap(({ role, regionId }) =>
      role && isStaffRole(role) ? [{ role, regionId: regionId ?? undefined }] : [],
    ),
  }
  return { viewer, lastSeenAt: toInstant(first.lastSeenAt) }
}

export type Device = { signInId: string; createdAt: Temporal.Instant; lastSeenAt: Temporal.Instant }

/** Where a person is signed in now, most recently used first. We keep no name or address of a device. */
export async function listDevices(db: Db, personId: string, now: Temporal.Instant): Promise<Device[]> {
  const rows = await db
    .selectFrom('sign_in')
    .select(['id', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toString())
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    signInId: row.id,
    createdAt: toInstant(row.created_at),
    lastSeenAt: toInstant(row.last_seen_at),
  }))
}

export async function insertSignIn(
  trx: Trx,
  row: { personId: string; tokenHash: Buffer; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto('sign_in')
    .values({
      token_hash: row.tokenHash,
      person_id: row.personId,
      created_at: row.now.toString(),
      last_seen_at: row.now.toString(),
      expires_at: row.expiresAt.toString(),
    })
    .execute()
}

/** True when this call ended it; false when it was over already or is somebody else's. */
export async function revokeSignIn(
  trx: Trx,
  signIn: { signInId: string; personId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in')
    .set({ revoked_at: now.toString() })
    .where('id', '=', signIn.signInId)
    .where('person_id', '=', signIn.personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends the sign-in behind a cookie, whoever's it is. */
export async function revokeSignInByToken(trx: Trx, tokenHash: Buffer, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('sign_in')
    .set({ revoked_at: now.toString() })
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Signs a person out on every device; gives the number of devices. */
export async function revokeAllSignIns(trx: Trx, personId: string, now: Temporal.Instant): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in')
    .set({ revoked_at: now.toString() })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Moves "last seen" forward, unless another page of the same device did so within the step. */
export async function updateLastSeen(
  trx: Trx,
  signInId: string,
  now: Temporal.Instant,
  notAfter: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('sign_in')
    .set({ last_seen_at: now.toString() })
    .where('id', '=', signInId)
    .where('last_seen_at', '<=', sql<string>`${notAfter.toString()}::timestamptz`)
    .execute()
}
