import { randomUUID } from 'node:crypto'
import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import type { Trx } from '../../connection.server.ts'
import { demoCouncilEvenings } from './demo-evening.ts'
import { type DemoOfficer, type DemoParticipant, demoOfficers, demoParticipants } from './people.ts'
import { demoSpeakers, demoVenues } from './sessions.ts'
import { daysAgo } from './story-time.ts'

/** Ids by key of the story; councils by the slug of their municipality. */
export type DemoCast = {
  people: Map<string, string>
  councils: Map<string, string>
  speakers: Map<string, string>
  venues: Map<string, string>
}

/** The id of a key of the story; throws when the story names somebody who is not in it. */
export function idIn(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo story has no ${key}`)
  return id
}

/** Everyone who plays in the story, with the roles they hold since the day the councils took office. */
export async function plantPeople(trx: Trx, now: Temporal.Instant): Promise<DemoCast> {
  const councils = await listCouncils(trx)
  const people = new Map<string, string>()
  for (const officer of demoOfficers) {
    people.set(officer.key, await plantPerson(trx, officer, now))
    await plantRole(trx, officer, idIn(people, officer.key), councils)
  }
  for (const participant of demoParticipants) people.set(participant.key, await plantPerson(trx, participant, now))
  await plantCouncilFacts(trx, councils)
  return { people, councils, speakers: await plantSpeakers(trx, now), venues: await plantVenues(trx, now) }
}

async function listCouncils(trx: Trx): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('council')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['council.id', 'municipality.slug'])
    .where('council.successor_id', 'is', null)
    .execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

async function plantPerson(
  trx: Trx,
  person: { name: string; address: string; suspended?: DemoParticipant['suspended'] },
  now: Temporal.Instant,
): Promise<string> {
  const id = randomUUID()
  const emailAddressId = await plantAddress(trx, person, now)
  await trx
    .insertInto('person')
    .values({
      id,
      name: person.name,
      email_address_id: emailAddressId,
      calendar_token: newCalendarToken(),
      created_at: daysAgo(now, 140),
    })
    .execute()
  return id
}

async function plantAddress(
  trx: Trx,
  { address, suspended = false }: { address: string; suspended?: boolean },
  now: Temporal.Instant,
): Promise<string> {
  const row = await trx
    .insertInto('email_address')
    .values({
      address,
      created_at: daysAgo(now, 140),
      ...(suspended ? { suspended_at: daysAgo(now, 2), suspended_reason: '5.1.1' } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function plantRole(
  trx: Trx,
  officer: DemoOfficer,
  personId: string,
  councils: Map<string, string>,
): Promise<void> {
  await trx
    .insertInto('person_role')
    .values({
      person_id: personId,
      role: officer.role,
      council_id: officer.municipality === undefined ? null : idIn(councils, officer.municipality),
      region_id: officer.regionId ?? null,
      during: '[2026-03-26,)',
    })
    .execute()
}

/** What a clerk would have filled in: the mail domain of her office and the evenings of her council. */
async function plantCouncilFacts(trx: Trx, councils: Map<string, string>): Promise<void> {
  for (const [slug, evenings] of Object.entries(demoCouncilEvenings)) {
    await trx
      .updateTable('council')
      .set({ usual_evenings: evenings, mail_domains: [`${slug}.example`] })
      .where('id', '=', idIn(councils, slug))
      .execute()
  }
}

async function plantSpeakers(trx: Trx, now: Temporal.Instant): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, name, address, topicIds } of demoSpeakers) {
    ids.set(key, randomUUID())
    await plantPerson(trx, { name, address }, now)
    await trx
      .insertInto('speaker')
      .values({
        id: idIn(ids, key),
        name,
        organisation: 'Provincie Zuid-Holland (voorbeeld)',
        topic_ids: topicIds,
        email_address_id: await addressId(trx, address),
      })
      .execute()
  }
  return ids
}

/** Invited by mail, so a person with an address. */
async function addressId(trx: Trx, address: string): Promise<string> {
  const row = await trx
    .selectFrom('email_address')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Names only, and for one room a mailbox: address, number of seats and access facts are for staff to fill in. */
async function plantVenues(trx: Trx, now: Temporal.Instant): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, name, municipality, mailbox } of demoVenues) {
    ids.set(key, randomUUID())
    if (mailbox) await plantPerson(trx, { name, address: mailbox }, now)
    const emailAddressId = mailbox ? await addressId(trx, mailbox) : null
    await trx
      .insertInto('venue')
      .columns(['id', 'name', 'municipality_id', 'email_address_id'])
      .expression((query) =>
        query
          .selectFrom('municipality')
          .select((row) => [
            row.val(idIn(ids, key)).as('id'),
            row.val(name).as('name'),
            'municipality.id as municipality_id',
            row.cast<string | null>(row.val(emailAddressId), 'uuid').as('email_address_id'),
          ])
          .where('slug', '=', municipality),
      )
      .execute()
  }
  return ids
}
