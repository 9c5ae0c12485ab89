import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { insertVenue, type VenueFacts } from '#db/scheduling/venues.ts'

export async function addVenue(
  db: Db,
  { facts, staffId }: { facts: VenueFacts; staffId: string },
  now: Temporal.Instant,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const id = await insertVenue(trx, facts)
    const actor = { kind: 'staff', personId: staffId } as const
    await recordAuditEvent(trx, { actor, action: 'venue.added', after: { id } }, now)
    return id
  })
}
