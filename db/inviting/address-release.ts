import type { Db, Trx } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'
import { isUuid } from '../uuid.ts'
import { giveUpMailTo, letHeldMailGo } from './held-mail.ts'
import { moveWithheld } from './withheld.ts'

export type AddressOfPerson = {
  personId: string
  name: string
  phone: string | undefined
  emailAddressId: string
  address: string
  suspendedAt: Temporal.Instant | undefined
  suspendedReason: string | undefined
}

/** Somebody's own address and whether mail to it is held back. */
export async function findAddressOfPerson(db: Db, personId: string): Promise<AddressOfPerson | undefined> {
  if (!isUuid(personId)) return undefined
  const row = await db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.id', 'person.name', 'person.phone', 'email_address.id as address_id', 'email_address.address'])
    .select(['email_address.suspended_at', 'email_address.suspended_reason'])
    .where('person.id', '=', personId)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      personId: row.id,
      name: row.name,
      phone: row.phone ?? undefined,
      emailAddressId: row.address_id,
      address: row.address,
      suspendedAt: toOptionalInstant(row.suspended_at),
      suspendedReason: row.suspended_reason ?? undefined,
    }
  )
}

/** Mail leaves for it again, and what came back before no longer counts. */
export async function releaseAddress(trx: Trx, emailAddressId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('email_address')
    .set({ suspended_at: null, suspended_reason: null, released_at: now.toString() })
    .where('id', '=', emailAddressId)
    .execute()
  await letHeldMailGo(trx, emailAddressId, now)
}

/** The same for an address that was suspended by then; false when it was not. */
export async function releaseIfSuspendedBy(
  trx: Trx,
  { emailAddressId, by }: { emailAddressId: string; by: Temporal.Instant },
  now: Temporal.Instant,
): Promise<boolean> {
  const released = await trx
    .updateTable('email_address')
    .set({ suspended_at: null, suspended_reason: null, released_at: now.toString() })
    .where('id', '=', emailAddressId)
    .where('suspended_at', '<=', by.toString())
    .returning('id')
    .executeTakeFirst()
  if (released === undefined) return false
  await letHeldMailGo(trx, emailAddressId, now)
  return true
}

/** Of two people who are given one address at once, the second waits here and finds it taken. */
export async function lockEmailAddress(trx: Trx, emailAddressId: string): Promise<void> {
  await trx.selectFrom('email_address').select('id').where('id', '=', emailAddressId).forUpdate().execute()
}

/** Another own address. The links in mail that went to the old one stop working, and the old one goes where nothing else needs it. */
export async function moveToAddress(
  trx: Trx,
  { personId, from, to }: { personId: string; from: string; to: string },
): Promise<void> {
  await trx.deleteFrom('person_alias').where('email_address_id', '=', to).where('person_id', '=', personId).execute()
  await trx
    .updateTable('person')
    .set((eb) => ({ email_address_id: to, link_version: eb('link_version', '+', 1) }))
    .where('id', '=', personId)
    .execute()
  await giveUpMailTo(trx, { personId, emailAddressId: from })
  await moveWithheld(trx, { from, to })
  // What the council hears about its own request goes to the right address as well.
  await trx
    .updateTable('briefing_request')
    .set({ contact_email_id: to })
    .where('contact_email_id', '=', from)
    .where('submitted_by', '=', personId)
    .execute()
  await trx
    .deleteFrom('email_address')
    .where('id', '=', from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('briefing_request')
            .select('id')
            .whereRef('briefing_request.contact_email_id', '=', 'email_address.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('speaker').select('id').whereRef('speaker.email_address_id', '=', 'email_address.id'))),
    )
    .execute()
}
