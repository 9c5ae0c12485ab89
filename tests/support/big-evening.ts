import { randomUUID } from 'node:crypto'
import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import type { Db } from '#db/connection.server.ts'
import { aSite, inWeeks } from './here-and-now.ts'
import { aBareRequest } from './requests.ts'
import { aPlan } from './sessions.ts'

/** So many people, each with a name, an address and an answer address of their own. */
export async function manyPeople(db: Db, many: number, box = 'raadslid'): Promise<string[]> {
  const created_at = Temporal.Now.instant().toString()
  const numbers = Array.from({ length: many }, (_, number) => number)
  const addresses = await db
    .insertInto('email_address')
    .values(numbers.map((number) => ({ address: `${box}-${number}@raad.example`, created_at })))
    .returning('id')
    .execute()
  const people = await db
    .insertInto('person')
    .values(
      addresses.map(({ id }, number) => ({
        name: `Ans de Verzonnene ${number}`,
        email_address_id: id,
        calendar_token: newCalendarToken(),
        created_at,
      })),
    )
    .returning('id')
    .execute()
  return people.map(({ id }) => id)
}

/** An evening that is not announced yet, with all these people registered. */
export async function draftEvening(db: Db, staffId: string, people: readonly string[]): Promise<string> {
  const id = randomUUID()
  const now = Temporal.Now.instant()
  const start = inWeeks(9, now)
  const { reference, councilIds } = await aBareRequest(db, ['gouda'])
  const plan = aPlan({ start, end: start.add({ minutes: 90 }) })
  await planSession(db, aSite, { id, reference, councilIds, plan, staffId }, now)
  const council_id = councilIds[0] ?? ''
  await db
    .insertInto('registration')
    .values(
      people.map((person_id) => ({
        briefing_session_id: id,
        person_id,
        council_id,
        role: 'councillor' as const,
        place: 'seat' as const,
        registered_at: now.toString(),
      })),
    )
    .execute()
  return id
}
