import { hashToken } from '#app/domain/access/tokens.server.ts'
import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import type { DraftAccess } from '#db/requesting/request-drafts.ts'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A draft's address opens a council's draft (its id, for whoever works there) or a visitor's (its key, for whoever has it). */
export function draftAccess(key: string, viewer: Viewer | undefined): DraftAccess {
  return id.test(key) ? { id: key, councilIds: viewer ? councilIdsOf(viewer) : [] } : { keyHash: hashToken(key) }
}
