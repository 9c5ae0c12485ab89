import type { Viewer } from '#app/domain/access/viewer.ts'
import type { BriefingWish, ContactFunction } from '#app/domain/requesting/briefing-wish.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import type { Trx } from '#db/connection.server.ts'
import { findPersonContact } from '#db/requesting/person-contact.ts'

export type Contact = {
  name: string
  function: ContactFunction
  emailAddressId: string
  address: string
  /** Only for somebody who works for the council that asks: nobody else speaks for it. */
  personId: string | undefined
}

/** Whom to write to: the clerk who is signed in for this council, or whoever filled in a name and an address. */
export async function identifyContact(
  trx: Trx,
  input: { wish: BriefingWish; viewer: Viewer | undefined; leadCouncilId: string },
  now: Temporal.Instant,
): Promise<Contact> {
  const { wish, viewer, leadCouncilId } = input
  const own = viewer?.councils.find(({ councilId }) => councilId === leadCouncilId)
  const known = viewer && own && (await findPersonContact(trx, viewer.personId))
  if (known && own) return { ...known, function: own.role, personId: viewer.personId }
  if (!wish.contact) throw new Error('A wish of somebody unknown without a contact')
  const emailAddressId = await ensureEmailAddress(trx, wish.contact.address, now)
  return { ...wish.contact, emailAddressId, personId: undefined }
}
