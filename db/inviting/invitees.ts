import { sql } from 'kysely'
import { type Place, placesToCome } from '#app/domain/attending/registration.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'
import { asRows } from '../rows.ts'
import { writtenMeanwhile } from '../written-meanwhile.ts'

/** Somebody who gets calendar mail about one evening, in whatever capacity. */
export type Addressee = {
  personId: string
  capacity: 'participant' | Capacity
  name: string
  /** Undefined once somebody erased her data. */
  address: string | undefined
  isSuspended: boolean
  calendarToken: string
  linkVersion: number
  answer: CalendarAnswer
  /** What her calendar got last about this evening; undefined when nothing was ever posted. */
  last: { sequence: number; stampedAt: Temporal.Instant; firstMessageId: string; isCancelled: boolean } | undefined
}

/** One participant of one evening with everything that her calendar mail needs. */
export type InviteeRecord = Addressee & {
  registrationId: string
  councilId: string
  place: Place
}

/** Everybody who takes part in an evening, or waits to; one query, however many. */
export async function listInvitees(
  db: Db,
  briefingSessionId: string,
  personIds?: readonly string[],
): Promise<InviteeRecord[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.briefing_session_id', '=', 'registration.briefing_session_id')
        .onRef('invitation.person_id', '=', 'registration.person_id'),
    )
    .select(['registration.id', 'registration.person_id', 'registration.council_id', 'registration.place'])
    .select(['registration.answer', 'person.name', 'person.calendar_token', 'person.link_version'])
    .select(['email_address.address', 'email_address.suspended_at'])
    .select(['invitation.last_sequence', 'invitation.last_stamped_at', 'invitation.first_message_id'])
    .select('invitation.state')
    .where('registration.briefing_session_id', '=', briefingSessionId)
    .where('registration.place', 'in', placesToCome)
    .$if(personIds !== undefined, (query) =>
      query.where('registration.person_id', '=', sql<string>`any(${sql.val([...(personIds ?? [])])}::uuid[])`),
    )
    .orderBy('registration.registered_at')
    .orderBy('registration.id')
    .execute()
  return rows.map((row) => ({
    registrationId: row.id,
    capacity: 'participant',
    personId: row.person_id,
    councilId: row.council_id,
    name: row.name,
    address: row.address ?? undefined,
    isSuspended: row.suspended_at !== null,
    calendarToken: row.calendar_token,
    linkVersion: row.link_version,
    place: row.place,
    answer: row.answer,
    last: lastOf(row),
  }))
}

export async function findInvitee(trx: Trx, briefingSessionId: string, personId: string) {
  const [invitee] = await listInvitees(trx, briefingSessionId, [personId])
  return invitee
}

/** What somebody's calendar got last about an evening, whether or not she takes part any more. */
export async function findLastSent(db: Db, briefingSessionId: string, personId: string): Promise<Addressee['last']> {
  const row = await db
    .selectFrom('invitation')
    .select(['last_sequence', 'last_stamped_at', 'first_message_id', 'state'])
    .where('briefing_session_id', '=', briefingSessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && lastOf(row)
}

export function lastOf(row: {
  last_sequence: number | null
  last_stamped_at: string | null
  first_message_id: string | null
  state: string | null
}): Addressee['last'] {
  const stampedAt = toOptionalInstant(row.last_stamped_at)
  if (row.last_sequence === null || row.first_message_id === null || stampedAt === undefined) return undefined
  return {
    sequence: row.last_sequence,
    stampedAt,
    firstMessageId: row.first_message_id,
    isCancelled: row.state === 'cancelled',
  }
}

export type InvitationWrite = {
  personId: string
  sequence: number
  stampedAt: Temporal.Instant
  messageId: string
  state: 'ready' | 'cancelled'
}

/**
 * What each calendar was sent last. SEQUENCE and DTSTAMP never go back (RFC 5546 §2.1.5); the first Message-ID stays, because
 * later mails thread on it.
 */
export async function recordInvitations(
  trx: Trx,
  briefingSessionId: string,
  invitations: readonly InvitationWrite[],
): Promise<void> {
  if (invitations.length === 0) return
  const rows = invitations.map(({ stampedAt, ...row }) => ({ ...row, stampedAt: stampedAt.toString() }))
  await sql`
    insert into invitation (briefing_session_id, person_id, last_sequence, last_stamped_at, first_message_id, state)
    select ${briefingSessionId}::uuid, "personId", sequence, "stampedAt", "messageId", state
    from jsonb_to_recordset(${asRows(rows)}::jsonb) as written (
      "personId" uuid, sequence int, "stampedAt" timestamptz, "messageId" text, state text
    )
    on conflict (briefing_session_id, person_id) do update
    set last_sequence = excluded.last_sequence, last_stamped_at = excluded.last_stamped_at, state = excluded.state`.execute(
    trx,
  )
}

const invitationsPerStatement = 250

/** Writes them while the mails they belong to are being composed, a few in each statement. */
export function openInvitations(trx: Trx, briefingSessionId: string) {
  return writtenMeanwhile<InvitationWrite>(invitationsPerStatement, (some) =>
    recordInvitations(trx, briefingSessionId, some),
  )
}
