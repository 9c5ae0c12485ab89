import type { OutboxState } from '#app/domain/inviting/outbox-words.ts'
import type { Db } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'
import { isUuid } from '../uuid.ts'

export type OutboxMail = {
  id: string
  position: number
  kind: string
  state: OutboxState
  subject: string
  recipient: string
  raw: Buffer
  isCalendar: boolean
  sequence: number | undefined
  attempts: number
  code: number | undefined
  answer: string | undefined
  createdAt: Temporal.Instant
  sentAt: Temporal.Instant | undefined
  nextAttemptAt: Temporal.Instant
  resentAt: Temporal.Instant | undefined
  purgedAt: Temporal.Instant | undefined
  person: { id: string; name: string; isErased: boolean; calendarToken: string; linkVersion: number } | undefined
  session: { id: string; title: string } | undefined
  request: { id: string; reference: string } | undefined
}

/** One mail with everything that is known of it; undefined when there is none. */
export async function findOutboxMail(db: Db, id: string): Promise<OutboxMail | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db
    .selectFrom('posted_mail')
    .leftJoin('person', 'person.id', 'posted_mail.person_id')
    .leftJoin('briefing_session', 'briefing_session.id', 'posted_mail.briefing_session_id')
    .leftJoin('briefing_request', 'briefing_request.id', 'posted_mail.briefing_request_id')
    .selectAll('posted_mail')
    .select(['person.name', 'person.erased_at', 'person.calendar_token', 'person.link_version'])
    .select(['briefing_session.title', 'briefing_request.reference'])
    .where('posted_mail.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { person_id, name, calendar_token, link_version, briefing_session_id, title } = row
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    state: row.state,
    subject: row.subject,
    recipient: row.recipient,
    raw: row.raw,
    isCalendar: row.sequence !== null,
    sequence: row.sequence ?? undefined,
    attempts: row.attempts,
    code: row.smtp_code ?? undefined,
    answer: row.smtp_text ?? undefined,
    createdAt: toInstant(row.created_at),
    sentAt: toOptionalInstant(row.sent_at),
    nextAttemptAt: toInstant(row.next_attempt_at),
    resentAt: toOptionalInstant(row.resent_at),
    purgedAt: toOptionalInstant(row.purged_at),
    person:
      person_id !== null && name !== null && calendar_token !== null && link_version !== null
        ? {
            id: person_id,
            name,
            isErased: row.erased_at !== null,
            calendarToken: calendar_token,
            linkVersion: link_version,
          }
        : undefined,
    session: briefing_session_id !== null && title !== null ? { id: briefing_session_id, title } : undefined,
    request:
      row.briefing_request_id !== null && row.reference !== null
        ? { id: row.briefing_request_id, reference: row.reference }
        : undefined,
  }
}

export type MailVersion = {
  id: string
  position: number
  kind: string
  state: OutboxState
  sequence: number | undefined
  createdAt: Temporal.Instant
}

const mostVersions = 50

/** Every calendar mail to one person about one evening, newest first: each replaces the one before. */
export async function listMailVersions(db: Db, briefingSessionId: string, personId: string): Promise<MailVersion[]> {
  const rows = await db
    .selectFrom('posted_mail')
    .select(['id', 'position', 'kind', 'state', 'sequence', 'created_at'])
    .where('person_id', '=', personId)
    .where('briefing_session_id', '=', briefingSessionId)
    .where('sequence', 'is not', null)
    .orderBy('position', 'desc')
    .limit(mostVersions)
    .execute()
  return rows.map(({ created_at, sequence, ...row }) => ({
    ...row,
    sequence: sequence ?? undefined,
    createdAt: toInstant(created_at),
  }))
}
