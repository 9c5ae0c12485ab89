import { randomUUID } from 'node:crypto'
import { hashToken, newCalendarToken, newToken } from '#app/domain/access/tokens.server.ts'
import type { ClerkRole, StaffRole, Viewer } from '#app/domain/access/viewer.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { ensurePerson } from '#db/access/people.ts'
import { insertRole } from '#db/access/roles.ts'
import { insertSignIn } from '#db/access/sign-ins.ts'
import type { Db } from '#db/connection.server.ts'

export type TestRole = { role: StaffRole; regionId?: string } | { role: ClerkRole; councilId: string }
export type TestPerson = { personId: string; name: string; address: string; emailAddressId: string }

let count = 0

/**
 * A person of our own making with these roles since 2020. A council has one clerk at a time: where the demo story already has one, take deputyClerk, who
 * may do the same. Without an address she gets one of her own, and a number in her name.
 */
export async function aPerson(
  db: Db,
  roles: TestRole[] = [],
  called = 'Proefpersoon',
  knownAddress?: string,
): Promise<TestPerson> {
  const name = knownAddress === undefined ? `${called} ${++count}` : called
  const address = knownAddress ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@proef.example`
  const now = Temporal.Now.instant()
  return db.transaction().execute(async (trx) => {
    const emailAddressId = await ensureEmailAddress(trx, address, now)
    const { personId } = await ensurePerson(trx, { emailAddressId, name, calendarToken: newCalendarToken() }, now)
    for (const each of roles) {
      const place = { councilId: undefined, regionId: undefined, ...each }
      await insertRole(trx, { personId, ...place, from: Temporal.PlainDate.from('2020-01-01') })
    }
    return { personId, name, address, emailAddressId }
  })
}

export type TestClerk = TestPerson & { councilId: string; viewer: Viewer }

/** Somebody who works for the council of this municipality, and the viewer she is when signed in. A council may have several. */
export async function aClerk(
  db: Db,
  municipalitySlug: string,
  called = 'Griffie',
  knownAddress?: string,
): Promise<TestClerk> {
  const councilId = await councilOf(db, municipalitySlug)
  const person = await aPerson(db, [{ role: 'deputyClerk', councilId }], called, knownAddress)
  const councils = [{ councilId, councilName: municipalitySlug, municipalitySlug, role: 'deputyClerk' as const }]
  return { ...person, councilId, viewer: { ...viewerOf(person), councils } }
}

/** Whoever is signed in as this person, with no role. */
export function viewerOf({ personId, name }: TestPerson): Viewer {
  return { personId, name, signInId: randomUUID(), councils: [], staff: [] }
}

/** Signs a person in without a mail and gives the token that belongs in the cookie. With `expired` it stopped working an hour ago. */
export async function aSignIn(db: Db, personId: string, { expired = false } = {}): Promise<string> {
  const token = newToken()
  const now = Temporal.Now.instant()
  const start = expired ? now.subtract({ hours: 13 }) : now
  await db
    .transaction()
    .execute((trx) =>
      insertSignIn(trx, { personId, tokenHash: hashToken(token), now: start, expiresAt: start.add({ hours: 12 }) }),
    )
  return token
}

/** The council of a municipality in Zuid-Holland. */
export async function councilOf(db: Db, municipalitySlug: string): Promise<string> {
  const { id } = await db
    .selectFrom('council')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select('council.id')
    .where('municipality.slug', '=', municipalitySlug)
    .executeTakeFirstOrThrow()
  return id
}

/** A council of our own making, in a municipality that does not exist. */
export async function aCouncil(db: Db): Promise<{ councilId: string; slug: string }> {
  const number = ++count
  const slug = `proefstad-${number}`
  const { id } = await db
    .insertInto('municipality')
    .values({
      id: `gm${9000 + number}`,
      tooi_uri: `https://proef.example/gm${9000 + number}`,
      slug,
      name: 'Proefstad',
      official_name: 'Gemeente Proefstad',
      seats: 21,
      tile_column: 100 + number,
      tile_row: 100,
      source: 'proef',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const council = await db
    .insertInto('council')
    .values({ municipality_id: id, name: 'Gemeenteraad Proefstad', term: '[2022-03-30,)' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { councilId: council.id, slug }
}
