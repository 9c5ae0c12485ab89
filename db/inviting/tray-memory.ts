import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'

/** Of one person who is erased, or everything that was chosen before a day. */
type Forgetting = { personId: string } | { before: Temporal.Instant }

/** What was remembered of senders goes, and with it the addresses that nothing else knows. */
export async function forgetTrayChoices(trx: Trx, which: Forgetting): Promise<number> {
  const forgotten = await trx
    .deleteFrom('tray_choice')
    .where((eb) =>
      'personId' in which ? eb('person_id', '=', which.personId) : eb('decided_at', '<', which.before.toString()),
    )
    .returning('email_address_id')
    .execute()
  const ids = forgotten.flatMap(({ email_address_id }) => email_address_id ?? [])
  if (ids.length > 0)
    await sql`
      delete from email_address where id = any(${ids}::uuid[])
        and not exists (select from person where person.email_address_id = email_address.id)
        and not exists (select from person_alias where person_alias.email_address_id = email_address.id)
        and not exists (select from briefing_request where briefing_request.contact_email_id = email_address.id)
        and not exists (select from speaker where speaker.email_address_id = email_address.id)
        and not exists (select from tray_choice where tray_choice.email_address_id = email_address.id)`.execute(trx)
  return forgotten.length
}
