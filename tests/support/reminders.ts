import { sendReminders } from '#app/use-cases/inviting/send-reminders.ts'
import type { Db } from '#db/connection.server.ts'
import { mailsOf } from './evenings.ts'
import { amsterdam, aSite } from './here-and-now.ts'

/** Who was reminded of an evening, with the state of the mail; in alphabetical order. */
export async function remindersOf(db: Db, briefingSessionId: string) {
  const mails = await mailsOf(db, briefingSessionId)
  return mails
    .filter(({ kind }) => kind === 'reminder')
    .sort((one, other) => one.recipient.localeCompare(other.recipient))
}

export const remindedOf = async (db: Db, briefingSessionId: string) =>
  (await remindersOf(db, briefingSessionId)).map(({ recipient }) => recipient)

/** As the clock does at this moment, a moment that is written as the wall clock in Zuid-Holland. */
export async function remindAt(db: Db, wallClock: string): Promise<void> {
  await sendReminders(db, aSite, amsterdam(wallClock))
}

export async function registrationIdOf(db: Db, briefingSessionId: string, address: string): Promise<string> {
  const row = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('registration.id')
    .where('registration.briefing_session_id', '=', briefingSessionId)
    .where('email_address.address', '=', address)
    .executeTakeFirstOrThrow()
  return row.id
}

export async function personIdOf(db: Db, address: string): Promise<string> {
  const row = await db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('person.id')
    .where('email_address.address', '=', address)
    .executeTakeFirstOrThrow()
  return row.id
}
