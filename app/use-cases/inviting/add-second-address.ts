import { readOwnAddress } from '#app/domain/inviting/bare-address.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import type { Trx } from '#db/connection.server.ts'
import { findAddressHolder, insertAlias } from '#db/inviting/person-aliases.ts'
import type { TrayMail } from '#db/inviting/tray.ts'
import { readReply } from '#emails/reply.ts'
import { secondAddressIn } from './describe-unknown-reply.ts'

export type SecondAddress = { mail: TrayMail; personId: string; staffId: string }

/**
 * From now on answers for this address count as hers. It opens no page and gets no mail.
 * @throws Refusal sender-unknown, address-of-another
 */
export async function addSecondAddress(
  trx: Trx,
  site: Site,
  { mail, personId, staffId }: SecondAddress,
  now: Temporal.Instant,
): Promise<void> {
  const address = secondAddressIn(await readReply(mail.raw))
  if (address === undefined || readOwnAddress(address, site.mailDomain)) throw new Refusal('sender-unknown')
  const emailAddressId = await ensureEmailAddress(trx, address, now)
  const holder = await findAddressHolder(trx, emailAddressId)
  if (holder?.personId === personId) return
  if (holder !== undefined) throw new Refusal('address-of-another', { name: holder.name })
  if (await insertAlias(trx, { emailAddressId, personId, staffId }, now)) return
  const first = await findAddressHolder(trx, emailAddressId)
  if (first?.personId !== personId) throw new Refusal('address-of-another', { name: first?.name ?? '' })
}
