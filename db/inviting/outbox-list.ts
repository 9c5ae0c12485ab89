import { sql } from 'kysely'
import { type OutboxState, outboxStates } from '#app/domain/inviting/outbox-words.ts'
import type { Db } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'
import { idOrNobody } from '../uuid.ts'

export type OutboxFilter = {
  state: OutboxState | undefined
  kind: string | undefined
  briefingSessionId: string | undefined
  personId: string | undefined
  /** A whole address when there is an @ in it; else part of a person's name. */
  recipient: string
  /** Only mail posted before this one. */
  before: number | undefined
}

export type ListedMail = {
  id: string
  position: number
  kind: string
  state: OutboxState
  /** Empty once the text was taken out. */
  subject: string
  recipient: string
  personName: string | undefined
  createdAt: Temporal.Instant
  sentAt: Temporal.Instant | undefined
  sessionTitle: string | undefined
  reference: string | undefined
}

const mailsPerPage = 50
const mostPeople = 50

/** One page of mail, newest first; `next` is where the following page begins. Whoever adds mail meanwhile moves nothing on it. */
export async function listOutbox(
  db: Db,
  filter: OutboxFilter,
): Promise<{ mails: ListedMail[]; next: number | undefined }> {
  const rows = await filtered(db, filter)
    .leftJoin('person', 'person.id', 'posted_mail.person_id')
    .leftJoin('briefing_session', 'briefing_session.id', 'posted_mail.briefing_session_id')
    .leftJoin('briefing_request', 'briefing_request.id', 'posted_mail.briefing_request_id')
    .select([
      'posted_mail.id',
      'posted_mail.position',
      'posted_mail.kind',
      'posted_mail.state',
      'posted_mail.subject',
      'posted_mail.recipient',
    ])
    .select(['posted_mail.created_at', 'posted_mail.sent_at', 'person.name', 'briefing_session.title'])
    .select('briefing_request.reference')
    .orderBy('posted_mail.position', 'desc')
    .limit(mailsPerPage + 1)
    .execute()
  const mails = rows.slice(0, mailsPerPage).map((row) => ({
    id: row.id,
    position: row.position,
    kind: row.kind,
    state: row.state,
    subject: row.subject,
    recipient: row.recipient,
    personName: row.name ?? undefined,
    createdAt: toInstant(row.created_at),
    sentAt: toOptionalInstant(row.sent_at),
    sessionTitle: row.title ?? undefined,
    reference: row.reference ?? undefined,
  }))
  return { mails, next: rows.length > mailsPerPage ? mails.at(-1)?.position : undefined }
}

function filtered(db: Db, { state, kind, briefingSessionId, personId, recipient, before }: OutboxFilter) {
  return db
    .selectFrom('posted_mail')
    .$if(state !== undefined, (query) => query.where('posted_mail.state', '=', literal(state ?? 'pending')))
    .$if(kind !== undefined, (query) => query.where('posted_mail.kind', '=', kind ?? ''))
    .$if(briefingSessionId !== undefined, (query) =>
      query.where('posted_mail.briefing_session_id', '=', idOrNobody(briefingSessionId)),
    )
    .$if(personId !== undefined, (query) => query.where('posted_mail.person_id', '=', idOrNobody(personId)))
    .$if(before !== undefined, (query) => query.where('posted_mail.position', '<', before ?? 0))
    .$if(recipient.includes('@'), (query) =>
      query.where(sql<string>`lower(posted_mail.recipient)`, '=', recipient.toLowerCase()),
    )
    .$if(recipient !== '' && !recipient.includes('@'), (query) =>
      query.where('posted_mail.person_id', 'in', peopleCalled(db, recipient)),
    )
}

/** People whose name holds these letters; the first fifty, or it is no search. */
export function peopleCalled(db: Db, name: string) {
  const pattern = `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db
    .selectFrom('person as called')
    .select('called.id')
    .where('called.name', 'ilike', pattern)
    .orderBy('called.name')
    .orderBy('called.id')
    .limit(mostPeople)
}

/** Counting stops here: more than this is "meer dan". */
export const countsUpTo = 10_000

/** As text of the statement, since a plan for any state passes by the indexes that hold only some. */
const literal = (state: OutboxState) => sql.lit(state)

/** How many mails are in each state. */
export async function countOutboxStates(db: Db): Promise<Record<OutboxState, number>> {
  const eachState = outboxStates.map(
    (state) => sql`select ${literal(state)} as state, count(*) as mails
      from (select from delivery where state = ${literal(state)} limit ${countsUpTo + 1}) as counted`,
  )
  const { rows } = await sql<{ state: OutboxState; mails: number }>`${sql.join(eachState, sql` union all `)}`.execute(
    db,
  )
  const counts = Object.fromEntries(outboxStates.map((state) => [state, 0])) as Record<OutboxState, number>
  for (const { state, mails } of rows) counts[state] = mails
  return counts
}
