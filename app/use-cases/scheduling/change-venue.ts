import { Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { updateVenue, type VenueFacts } from '#db/scheduling/venues.ts'

export type ChangeVenue = { id: string; version: number; facts: VenueFacts; staffId: string }

/** @throws Refusal changed-meanwhile */
export async function changeVenue(db: Db, input: ChangeVenue, now: Temporal.Instant): Promise<void> {
  const { id, version, facts, staffId } = input
  await db.transaction().execute(async (trx) => {
    if (!(await updateVenue(trx, id, version, facts))) throw new Refusal('changed-meanwhile')
    const actor = { kind: 'staff', personId: staffId } as const
    await recordAuditEvent(trx, { actor, action: 'venue.changed', after: { id } }, now)
  })
}
