import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import {
  type DraftAccess,
  type DraftEntries,
  insertDraft,
  lockDraft,
  updateDraft,
} from '#db/requesting/request-drafts.ts'

export type SaveDraft = {
  entries: DraftEntries
  viewer: Viewer | undefined
  /** A new draft belongs to this council when the viewer works for it, else to whoever has its key. */
  councilId: string | undefined
  /** The draft that was open, at the version the form was read at. */
  draft: { access: DraftAccess; version: number } | undefined
}

/**
 * Keeps what was typed so far. Gives the last part of the draft's address: the id for a council's own draft, which a colleague opens as well, or a key that
 * is kept nowhere else for a visitor's.
 * @throws NotFound, or Refusal changed-meanwhile
 */
export async function saveDraft(
  db: Db,
  { entries, viewer, councilId, draft }: SaveDraft,
  now: Temporal.Instant,
): Promise<{ newKey: string | undefined }> {
  return db.transaction().execute(async (trx) => {
    const updatedBy = viewer?.personId
    const actor = viewer ? ({ kind: 'clerk', personId: viewer.personId } as const) : ({ kind: 'anonymous' } as const)
    if (draft) {
      const found = await lockDraft(trx, draft.access)
      if (!found) throw new NotFound('draft')
      const saved = await updateDraft(trx, { id: found.id, version: draft.version, entries, updatedBy }, now)
      if (!saved) throw new Refusal('changed-meanwhile')
      await recordAuditEvent(trx, { actor, action: 'requestDraft.saved', councilId: found.councilId }, now)
      return { newKey: undefined }
    }
    const own = viewer?.councils.some((each) => each.councilId === councilId) ? councilId : undefined
    const token = newToken()
    const id = await insertDraft(trx, { keyHash: hashToken(token), councilId: own, entries, updatedBy }, now)
    await recordAuditEvent(trx, { actor, action: 'requestDraft.saved', councilId: own }, now)
    return { newKey: own ? id : token }
  })
}
