import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import { idOrNobody } from '../uuid.ts'
import { peopleCalled } from './outbox-list.ts'

export type WithheldMail = {
  id: number
  kind: string
  reason: WithheldReason
  withheldAt: Temporal.Instant
  personName: string | undefined
  personId: string | undefined
  session: { id: string; title: string } | undefined
  reference: string | undefined
}

export type WithheldFilter = {
  kind: string | undefined
  briefingSessionId: string | undefined
  personId: string | undefined
  recipient: string
}

export const withheldShown = 50

/** Mails that may not leave yet, who waits longest first; one more than is shown tells that there are more. */
export async function listOpenWithheld(
  db: Db,
  { kind, briefingSessionId, personId, recipient }: WithheldFilter,
): Promise<WithheldMail[]> {
  const rows = await db
    .selectFrom('withheld_mail')
    .leftJoin('person', 'person.id', 'withheld_mail.person_id')
    .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
    .leftJoin('briefing_session', 'briefing_session.id', 'withheld_mail.briefing_session_id')
    .leftJoin('briefing_request', 'briefing_request.id', 'withheld_mail.briefing_request_id')
    .select(['withheld_mail.id', 'withheld_mail.kind', 'withheld_mail.reason', 'withheld_mail.withheld_at'])
    .select(['withheld_mail.briefing_session_id', 'withheld_mail.person_id', 'person.name', 'briefing_session.title'])
    .select('briefing_request.reference')
    .where('withheld_mail.resolved_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('withheld_mail.kind', '=', kind ?? ''))
    .$if(briefingSessionId !== undefined, (query) =>
      query.where('withheld_mail.briefing_session_id', '=', idOrNobody(briefingSessionId)),
    )
    .$if(personId !== undefined, (query) => query.where('withheld_mail.person_id', '=', idOrNobody(personId)))
    .$if(recipient.includes('@'), (query) => query.where('email_address.address', '=', recipient))
    .$if(recipient !== '' && !recipient.includes('@'), (query) =>
      query.where('withheld_mail.person_id', 'in', peopleCalled(db, recipient)),
    )
    .orderBy('withheld_mail.withheld_at')
    .orderBy('withheld_mail.id')
    .limit(withheldShown + 1)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    reason: row.reason,
    withheldAt: toInstant(row.withheld_at),
    personName: row.name ?? undefined,
    personId: row.person_id ?? undefined,
    session:
      row.briefing_session_id !== null && row.title !== null
        ? { id: row.briefing_session_id, title: row.title }
        : undefined,
    reference: row.reference ?? undefined,
  }))
}
