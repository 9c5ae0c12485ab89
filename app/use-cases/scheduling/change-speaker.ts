import { Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { type SpeakerFacts, updateSpeaker } from '#db/scheduling/speakers.ts'

export type ChangeSpeaker = { id: string; version: number; facts: SpeakerFacts; staffId: string }

/** @throws Refusal changed-meanwhile */
export async function changeSpeaker(db: Db, input: ChangeSpeaker, now: Temporal.Instant): Promise<void> {
  const { id, version, facts, staffId } = input
  await db.transaction().execute(async (trx) => {
    if (!(await updateSpeaker(trx, id, version, facts))) throw new Refusal('changed-meanwhile')
    const actor = { kind: 'staff', personId: staffId } as const
    await recordAuditEvent(trx, { actor, action: 'speaker.changed', after: { id } }, now)
  })
}
