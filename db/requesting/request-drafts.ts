import { sql } from 'kysely'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { idOrNobody } from '../uuid.ts'

/** What was typed, field by field, as it was typed. */
export type DraftEntries = Record<string, string[]>

export type RequestDraft = {
  id: string
  /** Absent for a visitor: then only the key in the address opens it. */
  councilId: string | undefined
  entries: DraftEntries
  version: number
  updatedAt: Temporal.Instant
  /** Who saved it last; absent for a visitor. */
  updatedByName: string | undefined
  /** Set once it was sent. */
  briefingRequestId: string | undefined
  reference: string | undefined
}

/** How a draft is opened: a visitor's by its key, a council's by its id and a role in that council. */
export type DraftAccess = { keyHash: Buffer } | { id: string; councilIds: string[] }

const columns = [
  'request_draft.id',
  'request_draft.council_id',
  'request_draft.entries',
  'request_draft.version',
  'request_draft.updated_at',
  'request_draft.briefing_request_id',
] as const

type Row = {
  id: string
  council_id: string | null
  entries: unknown
  version: number
  updated_at: string
  briefing_request_id: string | null
  reference: string | null
  updated_by_name: string | null
}

function toDraft(row: Row): RequestDraft {
  return {
    id: row.id,
    councilId: row.council_id ?? undefined,
    entries: row.entries as DraftEntries,
    version: row.version,
    updatedAt: toInstant(row.updated_at),
    updatedByName: row.updated_by_name ?? undefined,
    briefingRequestId: row.briefing_request_id ?? undefined,
    reference: row.reference ?? undefined,
  }
}

function selectDraft(db: Db, access: DraftAccess) {
  const drafts = db
    .selectFrom('request_draft')
    .leftJoin('briefing_request', 'briefing_request.id', 'request_draft.briefing_request_id')
    .leftJoin('person', 'person.id', 'request_draft.updated_by')
    .select(columns)
    .select(['briefing_request.reference', 'person.name as updated_by_name'])
  if ('keyHash' in access)
    return drafts.where('request_draft.key_hash', '=', access.keyHash).where('request_draft.council_id', 'is', null)
  return drafts
    .where('request_draft.id', '=', idOrNobody(access.id))
    .where(sql<boolean>`request_draft.council_id = any(${access.councilIds}::uuid[])`)
}

export async function findDraft(db: Db, access: DraftAccess): Promise<RequestDraft | undefined> {
  const row = await selectDraft(db, access).executeTakeFirst()
  return row && toDraft(row)
}

/** A draft, locked until this transaction ends: nobody else saves or sends it meanwhile. */
export async function lockDraft(
  trx: Trx,
  access: DraftAccess,
): Promise<Omit<RequestDraft, 'updatedByName'> | undefined> {
  const row = await selectDraft(trx, access).forUpdate('request_draft').executeTakeFirst()
  // The draft itself is as it is now. The request it became is in another table, seen before the wait: that is read after the lock.
  return row?.briefing_request_id ? findDraft(trx, access) : row && toDraft(row)
}

export async function insertDraft(
  trx: Trx,
  draft: { keyHash: Buffer; councilId: string | undefined; entries: DraftEntries; updatedBy: string | undefined },
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await trx
    .insertInto('request_draft')
    .values({
      key_hash: draft.keyHash,
      council_id: draft.councilId ?? null,
      entries: JSON.stringify(draft.entries),
      updated_by: draft.updatedBy ?? null,
      created_at: now.toString(),
      updated_at: now.toString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody else saved it first (`version` is no longer the current one). */
export async function updateDraft(
  trx: Trx,
  draft: { id: string; version: number; entries: DraftEntries; updatedBy: string | undefined },
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('request_draft')
    .set((eb) => ({
      entries: JSON.stringify(draft.entries),
      updated_by: draft.updatedBy ?? null,
      updated_at: now.toString(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .where('briefing_request_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Only one that was not sent: a request keeps what was asked. */
export async function deleteDraft(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('request_draft').where('id', '=', id).where('briefing_request_id', 'is', null).execute()
}

export type ListedDraft = { id: string; municipalityName: string; updatedAt: Temporal.Instant; updatedBy: string }

/** Unsent drafts of these councils, the newest first. */
export async function listDrafts(db: Db, councilIds: string[]): Promise<ListedDraft[]> {
  const rows = await db
    .selectFrom('request_draft')
    .innerJoin('council', 'council.id', 'request_draft.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .leftJoin('person', 'person.id', 'request_draft.updated_by')
    .select(['request_draft.id', 'municipality.name as municipalityName', 'request_draft.updated_at', 'person.name'])
    .where(sql<boolean>`request_draft.council_id = any(${councilIds}::uuid[])`)
    .where('request_draft.briefing_request_id', 'is', null)
    .orderBy('request_draft.updated_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ updated_at, name, ...row }) => ({
    ...row,
    updatedAt: toInstant(updated_at),
    updatedBy: name ?? '',
  }))
}
