import { sql } from 'kysely'
import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import type { Db, Trx } from '../connection.server.ts'
import { type Eb, toBriefingRequest, wholeRequest } from './whole-request.ts'

/** Whose request it must be: the lead council's people, or whoever sent it without having a role. */
export type RequestOwner = { councilIds: string[]; personId: string }

/** Any request, for staff and for the clock. */
export async function findBriefingRequestByReference(db: Db, reference: string): Promise<BriefingRequest | undefined> {
  const row = await wholeRequest(db).where('br.reference', '=', reference).executeTakeFirst()
  return row && toBriefingRequest(row)
}

export async function findBriefingRequest(db: Db, id: string): Promise<BriefingRequest | undefined> {
  const row = await wholeRequest(db).where('br.id', '=', id).executeTakeFirst()
  return row && toBriefingRequest(row)
}

export async function findOwnBriefingRequest(
  db: Db,
  reference: string,
  owner: RequestOwner,
): Promise<BriefingRequest | undefined> {
  const row = await wholeRequest(db).where('br.reference', '=', reference).where(belongsTo(owner)).executeTakeFirst()
  return row && toBriefingRequest(row)
}

/** What somebody asked for before she had a role in its council, the newest first. */
export async function listRequestsSentBy(db: Db, personId: string): Promise<BriefingRequest[]> {
  const rows = await wholeRequest(db)
    .where(belongsTo({ councilIds: [], personId }))
    .orderBy('br.created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(toBriefingRequest)
}

/** The request in which one of these councils was asked along; nobody is asked before whoever asks proved her mailbox. */
export async function findCoRequest(
  db: Db,
  reference: string,
  councilIds: string[],
): Promise<BriefingRequest | undefined> {
  const row = await wholeRequest(db)
    .where('br.reference', '=', reference)
    .where('br.status', '<>', 'awaitingMailbox')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('briefing_request_council as own')
          .select('own.council_id')
          .whereRef('own.briefing_request_id', '=', 'br.id')
          .where('own.is_lead', '=', false)
          .where(sql<boolean>`own.council_id = any(${councilIds}::uuid[])`),
      ),
    )
    .executeTakeFirst()
  return row && toBriefingRequest(row)
}

/** The request, and nobody else changes it until this transaction ends. With `owner` only when it is theirs. */
export async function lockBriefingRequest(
  trx: Trx,
  reference: string,
  owner?: RequestOwner,
): Promise<BriefingRequest | undefined> {
  await trx.selectFrom('briefing_request').select('id').where('reference', '=', reference).forUpdate().execute()
  // Read after the lock: what a waiting transaction saw before it waited may be gone.
  return owner ? findOwnBriefingRequest(trx, reference, owner) : findBriefingRequestByReference(trx, reference)
}

/** The request, locked until this transaction ends, when one of these councils was asked along in it. */
export async function lockCoRequest(
  trx: Trx,
  reference: string,
  councilIds: string[],
): Promise<BriefingRequest | undefined> {
  await trx.selectFrom('briefing_request').select('id').where('reference', '=', reference).forUpdate().execute()
  return findCoRequest(trx, reference, councilIds)
}

export async function lockBriefingRequestById(trx: Trx, id: string): Promise<BriefingRequest | undefined> {
  await trx.selectFrom('briefing_request').select('id').where('id', '=', id).forUpdate().execute()
  return findBriefingRequest(trx, id)
}

/**
 * The dossier is the council's. Whoever asked before having a role there keeps seeing it until she has had one and lost it: an old clerk's access ends
 * with her role.
 */
function belongsTo({ councilIds, personId }: RequestOwner) {
  return (eb: Eb) =>
    eb.or([
      eb.exists(
        eb
          .selectFrom('briefing_request_council as own')
          .select('own.council_id')
          .whereRef('own.briefing_request_id', '=', 'br.id')
          .where('own.is_lead', '=', true)
          .where(sql<boolean>`own.council_id = any(${councilIds}::uuid[])`),
      ),
      eb.and([
        eb('br.submitted_by', '=', personId),
        eb.not(
          eb.exists(
            eb
              .selectFrom('briefing_request_council as own')
              .innerJoin('person_role', 'person_role.council_id', 'own.council_id')
              .select('own.council_id')
              .whereRef('own.briefing_request_id', '=', 'br.id')
              .where('own.is_lead', '=', true)
              .where('person_role.person_id', '=', personId),
          ),
        ),
      ]),
    ])
}

export async function findContactEmailId(db: Db, briefingRequestId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('briefing_request')
    .select('contact_email_id')
    .where('id', '=', briefingRequestId)
    .executeTakeFirst()
  return row?.contact_email_id ?? undefined
}
