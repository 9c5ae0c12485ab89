import { sql } from 'kysely'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'
import { selectEngaged } from './engagements.ts'
import { type RegisteredReply, repliesAsJson, toRegisteredReply } from './registered-replies.ts'

/** One speaker, room or clerk of an evening as staff see it. */
export type EngagementLine = {
  key: string
  capacity: Capacity
  name: string
  /** A clerk's council, and its municipality. */
  councilId: string | undefined
  municipalityName: string | undefined
  /** `toCall` has no address; `toInvite` has one and got nothing yet. */
  reach: 'toCall' | 'toInvite' | 'ready' | 'sent' | 'undelivered' | 'cancelled'
  answer: CalendarAnswer
  answeredAt: Temporal.Instant | undefined
  /** The newest first. */
  replies: RegisteredReply[]
}

/** Whoever is booked or holds the option, with what they said. Two queries, however many. */
export async function listEngagementOverview(db: Db, briefingSessionId: string): Promise<EngagementLine[]> {
  const engaged = await engagedLines(db, briefingSessionId)
  const booked = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('speaker_booking')
        .innerJoin('speaker', 'speaker.id', 'speaker_booking.speaker_id')
        .select([sql<Capacity>`'speaker'`.as('capacity'), 'speaker.id', 'speaker.name', 'speaker.email_address_id'])
        .where('speaker_booking.briefing_session_id', '=', briefingSessionId)
        .unionAll(
          eb
            .selectFrom('venue_booking')
            .innerJoin('venue', 'venue.id', 'venue_booking.venue_id')
            .select([sql<Capacity>`'venue'`.as('capacity'), 'venue.id', 'venue.name', 'venue.email_address_id'])
            .where('venue_booking.briefing_session_id', '=', briefingSessionId),
        )
        .as('booked'),
    )
    .selectAll()
    .orderBy('capacity')
    .orderBy('name')
    .limit(100)
    .execute()
  const missing = booked
    .filter(({ id }) => !engaged.some(({ subjectId }) => subjectId === id))
    .map(({ id, capacity, name, email_address_id }) => ({
      key: id,
      capacity,
      name,
      councilId: undefined,
      municipalityName: undefined,
      reach: email_address_id === null ? ('toCall' as const) : ('toInvite' as const),
      answer: 'none' as const,
      answeredAt: undefined,
      replies: [],
    }))
  return [...engaged.map(({ subjectId: _, ...line }) => line), ...missing]
}

async function engagedLines(
  db: Db,
  briefingSessionId: string,
): Promise<(EngagementLine & { subjectId: string | null })[]> {
  const rows = await selectEngaged(db, briefingSessionId)
    .leftJoin('council', 'council.id', 'engagement.council_id')
    .leftJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['engagement.council_id', 'person.email_address_id'])
    .select((eb) => eb.fn.coalesce('engagement.speaker_id', 'engagement.venue_id').as('subject_id'))
    .select('municipality.name as municipality_name')
    .select(repliesAsJson(sql`reply.engagement_id = engagement.id`).as('replies'))
    .orderBy('engagement.capacity')
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    key: row.id,
    subjectId: row.subject_id,
    capacity: row.capacity,
    name: row.name,
    councilId: row.council_id ?? undefined,
    municipalityName: row.municipality_name ?? undefined,
    reach: row.state ?? (row.email_address_id === null ? 'toCall' : 'toInvite'),
    answer: row.answer,
    answeredAt: toOptionalInstant(row.answered_at),
    replies: row.replies.map(toRegisteredReply),
  }))
}
