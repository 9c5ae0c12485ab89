import type { Db, Trx } from '../connection.server.ts'

/** Kinds of mail about a request that wait for its dossier number, oldest first. */
export async function listWithheldKinds(db: Db, briefingRequestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('withheld_mail')
    .select('kind')
    .where('briefing_request_id', '=', briefingRequestId)
    .where('reason', '=', 'dosNumberMissing')
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ kind }) => kind)
}

export async function resolveWithheldMails(trx: Trx, briefingRequestId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('withheld_mail')
    .set({ resolved_at: now.toString() })
    .where('briefing_request_id', '=', briefingRequestId)
    .where('reason', '=', 'dosNumberMissing')
    .where('resolved_at', 'is', null)
    .execute()
}
