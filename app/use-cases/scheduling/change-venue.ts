import { Refusal } from '#app/domain/refusal.ts'
import { makeReachable } from '#app/use-cases/inviting/make-reachable.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { isUnknownMunicipality, updateVenue, type VenueFacts } from '#db/scheduling/venues.ts'

export type ChangeVenue = {
  id: string
  version: number
  facts: VenueFacts
  mailbox: string | undefined
  staffId: string
}

/**
 * Changes a room. Nobody is mailed: staff invite a new address to the evenings it is booked for (inviteBooked).
 * @throws Refusal changed-meanwhile, also for a room that does not exist, or venue-municipality-unknown
 */
export async function changeVenue(db: Db, input: ChangeVenue, now: Temporal.Instant): Promise<void> {
  const { id, version, facts, mailbox, staffId } = input
  await db
    .transaction()
    .execute(async (trx) => {
      const emailAddressId = await makeReachable(trx, { name: facts.name, address: mailbox }, now)
      if (!(await updateVenue(trx, { id, version, facts, emailAddressId }))) throw new Refusal('changed-meanwhile')
      const actor = { kind: 'staff', personId: staffId } as const
      await recordAuditEvent(trx, { actor, action: 'venue.changed', after: { id } }, now)
    })
    .catch((error: unknown) => {
      throw isUnknownMunicipality(error) ? new Refusal('venue-municipality-unknown') : error
    })
}
