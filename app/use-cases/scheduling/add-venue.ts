import { Refusal } from '#app/domain/refusal.ts'
import { makeReachable } from '#app/use-cases/inviting/make-reachable.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { insertVenue, isUnknownMunicipality, type VenueFacts } from '#db/scheduling/venues.ts'

/**
 * @returns the id of the new room
 * @throws Refusal venue-municipality-unknown
 */
export async function addVenue(
  db: Db,
  { facts, mailbox, staffId }: { facts: VenueFacts; mailbox: string | undefined; staffId: string },
  now: Temporal.Instant,
): Promise<string> {
  return db
    .transaction()
    .execute(async (trx) => {
      const emailAddressId = await makeReachable(trx, { name: facts.name, address: mailbox }, now)
      const id = await insertVenue(trx, facts, emailAddressId)
      const actor = { kind: 'staff', personId: staffId } as const
      await recordAuditEvent(trx, { actor, action: 'venue.added', after: { id } }, now)
      return id
    })
    .catch((error: unknown) => {
      throw isUnknownMunicipality(error) ? new Refusal('venue-municipality-unknown') : error
    })
}
