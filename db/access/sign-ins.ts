import { sql } from 'kysely'
import type { ClerkRole, StaffRole, Viewer } from '#app/domain/access/viewer.ts'
import { clerkRoles, staffRoles } from '#app/domain/access/viewer.ts'
import type { Db, Trx } from '../connection.server.ts'

const isClerkRole = (role: string): role is ClerkRole => (clerkRoles as readonly string[]).includes(role)
const isStaffRole = (role: string): role is StaffRole => (staffRoles as readonly string[]).includes(role)

/** The person behind a session cookie with the roles that hold on the day of `now` in Amsterdam; one query. */
export async function findViewer(db: Db, tokenHash: Buffer, now: Temporal.Instant): Promise<Viewer | undefined> {
  const today = now.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()
  const rows = await db
    .selectFrom('sign_in')
    .innerJoin('person', 'person.id', 'sign_in.person_id')
    .leftJoin('person_role', (join) =>
      join.onRef('person_role.person_id', '=', 'person.id').on(sql<boolean>`person_role.during @> ${today}::date`),
    )
    .leftJoin('council', 'council.id', 'person_role.council_id')
    .leftJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select([
      'sign_in.id as signInId',
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
    .execute()
  const [first] = rows
  if (!first) return undefined
  return {
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

export async function revokeSignIn(trx: Trx, signInId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('sign_in')
    .set({ revoked_at: now.toString() })
    .where('id', '=', signInId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Signs a person out on every device. */
export async function revokeAllSignIns(trx: Trx, personId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('sign_in')
    .set({ revoked_at: now.toString() })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
}
