import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { deleteDraft, lockDraft } from '#db/requesting/request-drafts.ts'

export type DiscardDraft = { id: string; version: number; viewer: Viewer }

/**
 * Throws away a council's draft as it was shown. Done twice is done once: what is not there any more, or was never this council's, is left in peace.
 * @throws Refusal changed-meanwhile, when a colleague saved or sent it after it was shown
 */
export async function discardDraft(
  db: Db,
  { id, version, viewer }: DiscardDraft,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockDraft(trx, { id, councilIds: councilIdsOf(viewer) })
    if (!found) return
    if (found.version !== version || found.briefingRequestId) throw new Refusal('changed-meanwhile')
    await deleteDraft(trx, id)
    const actor = { kind: 'clerk', personId: viewer.personId } as const
    await recordAuditEvent(trx, { actor, action: 'requestDraft.discarded', councilId: found.councilId }, now)
  })
}
