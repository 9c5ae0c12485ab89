import { makeReachable } from '#app/use-cases/inviting/make-reachable.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { insertSpeaker, type SpeakerFacts } from '#db/scheduling/speakers.ts'

/** @returns the id of the new speaker */
export async function addSpeaker(
  db: Db,
  { facts, mailbox, staffId }: { facts: SpeakerFacts; mailbox: string | undefined; staffId: string },
  now: Temporal.Instant,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const emailAddressId = await makeReachable(trx, { name: facts.name, address: mailbox }, now)
    const id = await insertSpeaker(trx, facts, emailAddressId)
    const actor = { kind: 'staff', personId: staffId } as const
    await recordAuditEvent(trx, { actor, action: 'speaker.added', after: { id } }, now)
    return id
  })
}
