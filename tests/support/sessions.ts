import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { makeReachable } from '#app/use-cases/inviting/make-reachable.ts'
import type { Db } from '#db/connection.server.ts'
import { instant, now } from './here-and-now.ts'
import { aPerson } from './people.ts'

/** An evening as staff fill it in: a Tuesday from half past seven, online, without limit. */
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

/** With an address it can be asked; without one staff call. */
export async function aVenue(db: Db, name: string, capacity = 60, mailbox?: string): Promise<string> {
  const email_address_id = await reachable(db, name, mailbox)
  const row = { name, capacity, address: 'Voorbeeldplein 1, Leiderdorp', email_address_id }
  const { id } = await db.insertInto('venue').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Somebody with a place who said yes to the version people have now. */
export async function aRegistration(db: Db, sessionId: string, councilId: string, address: string): Promise<string> {
  const { personId: person_id } = await aPerson(db, [], 'Ans de Verzonnene', address)
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
