import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import type { Site } from '#app/domain/site.ts'
import { makeReachable } from '#app/use-cases/inviting/make-reachable.ts'
import type { Db } from '#db/connection.server.ts'

export const aSite: Site = {
  baseUrl: 'https://raadsbriefing.example',
  mailDomain: 'briefings.example',
  senderName: 'Provincie Zuid-Holland',
  linkSecret: 'a secret of at least thirty-two characters',
  minimumNoticeWeeks: 3,
  reactionWorkdays: 5,
  coRequestWorkdays: 10,
}

export const instant = (text: string) => Temporal.Instant.from(text)
/** The moment at which these tests happen. */
export const now = instant('2026-11-24T09:00:00Z')

export function aPlan(over: Partial<SessionPlan> = {}): SessionPlan {
  return {
    title: 'Wonen en energie in Leiderdorp',
    start: instant('2027-01-12T18:30:00Z'),
    end: instant('2027-01-12T20:00:00Z'),
    venueId: undefined,
    onlineUrl: 'https://uitzending.example/leiderdorp',
    dosNumber: 'DOS-2026-0001081',
    capacity: undefined,
    isPublic: true,
    explanation: '',
    programme: [{ title: 'Wonen', minutes: 45, topicId: undefined }],
    speakerIds: [],
    ...over,
  }
}

export async function aPerson(db: Db, name: string, address: string): Promise<string> {
  const { id: email_address_id } = await db
    .insertInto('email_address')
    .values({ address, created_at: now.toString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('person')
    .values({ name, email_address_id, calendar_token: newCalendarToken(), created_at: now.toString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function aClerk(db: Db, councilId: string, name: string, address: string): Promise<string> {
  const person_id = await aPerson(db, name, address)
  await db
    .insertInto('person_role')
    .values({ person_id, role: 'clerksOfficeStaff', council_id: councilId, during: '[2020-01-01,)' })
    .execute()
  return person_id
}

/** With an address she can be invited; without one staff call. */
export async function aSpeaker(db: Db, name: string, mailbox?: string, topicIds: string[] = []): Promise<string> {
  const email_address_id = await reachable(db, name, mailbox)
  const row = { name, email_address_id, topic_ids: topicIds }
  const { id } = await db.insertInto('speaker').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

async function reachable(db: Db, name: string, address: string | undefined): Promise<string | null> {
  return (await db.transaction().execute((trx) => makeReachable(trx, { name, address }, now))) ?? null
}

export async function aVenue(db: Db, name: string, capacity = 60, mailbox?: string): Promise<string> {
  const email_address_id = await reachable(db, name, mailbox)
  const row = { name, capacity, address: 'Voorbeeldplein 1, Leiderdorp', email_address_id }
  const { id } = await db.insertInto('venue').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function councilOf(db: Db, slug: string): Promise<string> {
  const { id } = await db
    .selectFrom('council')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select('council.id')
    .where('municipality.slug', '=', slug)
    .where(sql<boolean>`council.term @> ${now.toString()}::date`)
    .executeTakeFirstOrThrow()
  return id
}

export type ARequest = { id: string; reference: string; councilIds: string[] }

/** A request that staff took into treatment. */
export async function aRequest(
  db: Db,
  slugs: string[] = ['leiderdorp'],
  status: 'inTreatment' | 'submitted' = 'inTreatment',
): Promise<ARequest> {
  const { id: format_id } = await db.selectFrom('session_format').select('id').executeTakeFirstOrThrow()
  const reference = `RB-2026-${randomBytes(4).readUInt32BE()}`.padEnd(12, '0')
  const { id } = await db
    .insertInto('briefing_request')
    .values({
      reference,
      status,
      audience: slugs.length > 1 ? 'councils' : 'council',
      dos_number: 'DOS-2026-0001081',
      format_id,
      expected_councillors: 21,
      venue_kind: 'councilChamber',
      openness: 'public',
      contact_name: 'Kim Bedacht',
      contact_function: 'clerk',
      created_at: now.toString(),
      waiting_since: now.toString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const councilIds = await Promise.all(slugs.map((slug) => councilOf(db, slug)))
  await db
    .insertInto('briefing_request_council')
    .values(councilIds.map((council_id, at) => ({ briefing_request_id: id, council_id, is_lead: at === 0 })))
    .execute()
  return { id, reference, councilIds }
}

/** Somebody with a place who said yes to the version people have now. */
export async function aRegistration(db: Db, sessionId: string, councilId: string, address: string): Promise<string> {
  const person_id = await aPerson(db, 'Ans de Verzonnene', address)
  const answered = { answer: 'yes', answer_sequence: 0, answered_at: now.toString(), answer_door: 'link' } as const
  const { id } = await db
    .insertInto('registration')
    .values({
      briefing_session_id: sessionId,
      person_id,
      council_id: councilId,
      role: 'councillor',
      place: 'seat',
      registered_at: now.toString(),
      ...answered,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const newId = () => randomUUID()
