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

/** Mails about a request that wait because an address does not work: how many, and whose; the person with the most first. */
export async function listUnreachedPeople(
  db: Db,
  briefingRequestId: string,
): Promise<{ personId: string; name: string; mails: number }[]> {
  const rows = await db
    .selectFrom('withheld_mail')
    .innerJoin('person', 'person.id', 'withheld_mail.person_id')
    .select((eb) => ['person.id', 'person.name', eb.fn.countAll<number>().as('mails')])
    .where('withheld_mail.briefing_request_id', '=', briefingRequestId)
    .where('withheld_mail.reason', '=', 'addressSuspended')
    .where('withheld_mail.resolved_at', 'is', null)
    .groupBy(['person.id', 'person.name'])
    .orderBy('mails', 'desc')
    .orderBy('person.name')
    .limit(20)
    .execute()
  return rows.map(({ id, name, mails }) => ({ personId: id, name, mails }))
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
