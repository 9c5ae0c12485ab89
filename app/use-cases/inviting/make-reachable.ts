import { newCalendarToken } from '#app/domain/access/tokens.server.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { ensurePerson } from '#db/access/people.ts'
import type { Trx } from '#db/connection.server.ts'

/**
 * Makes a speaker or a room somebody who can be invited: a person with an address, and an address for answers of her own. Without an address nobody is
 * made, and staff call.
 * @returns the id of the address
 */
export async function makeReachable(
  trx: Trx,
  { name, address }: { name: string; address: string | undefined },
  now: Temporal.Instant,
): Promise<string | undefined> {
  if (address === undefined) return undefined
  const emailAddressId = await ensureEmailAddress(trx, address, now)
  await ensurePerson(trx, { emailAddressId, name, calendarToken: newCalendarToken() }, now)
  return emailAddressId
}
