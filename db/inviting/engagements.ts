import { sql } from 'kysely'
import type { Capacity } from '#app/domain/inviting/engagement.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toOptionalInstant } from '../instant.ts'
import { type Addressee, lastOf } from './invitees.ts'

export const allCapacities: readonly Capacity[] = ['speaker', 'venue', 'clerk']

/** As whom somebody is engaged: the speaker, the room or the council behind the person. */
export type EngagedAs = { capacity: Capacity; personId: string; subjectId: string }

/** Somebody who has the evening in a calendar without being a participant, with everything that her calendar mail needs. */
export type EngagedRecord = Addressee & {
  engagementId: string
  capacity: Capacity
  subjectId: string
  /** When she gave the answer that counts. */
  answeredAt: Temporal.Instant | undefined
  /** What a speaker can speak about; empty for others. */
  topicIds: string[]
}

/** Everybody who is engaged for an evening now; with `personIds` only these. */
export async function listEngaged(
  db: Db,
  briefingSessionId: string,
  capacities: readonly Capacity[],
  personIds?: readonly string[],
): Promise<EngagedRecord[]> {
  const rows = await selectEngaged(db, briefingSessionId)
    .leftJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select('engagement.person_id')
    .select((eb) =>
      eb.fn
        .coalesce('engagement.speaker_id', 'engagement.venue_id', 'engagement.council_id')
        .$castTo<string>()
        .as('subject_id'),
    )
    .select(['speaker.topic_ids', 'person.calendar_token', 'person.link_version'])
    .select(['email_address.address', 'email_address.suspended_at'])
    .select(['invitation.last_sequence', 'invitation.last_stamped_at', 'invitation.first_message_id'])
    .where('engagement.capacity', 'in', [...capacities])
    .$if(personIds !== undefined, (query) =>
      query.where('engagement.person_id', '=', sql<string>`any(${sql.val([...(personIds ?? [])])}::uuid[])`),
    )
    .orderBy('engagement.begun_at')
    .orderBy('engagement.id')
    .execute()
  return rows.map((row) => ({
    engagementId: row.id,
    personId: row.person_id,
    capacity: row.capacity,
    subjectId: row.subject_id,
    answeredAt: toOptionalInstant(row.answered_at),
    topicIds: row.topic_ids ?? [],
    name: row.name,
    address: row.address ?? undefined,
    isSuspended: row.suspended_at !== null,
    calendarToken: row.calendar_token,
    linkVersion: row.link_version,
    answer: row.answer,
    last: lastOf(row),
  }))
}

/** Whoever is engaged for an evening now, named as what they are, with the answer and what became of the invitation. */
export function selectEngaged(db: Db, briefingSessionId: string) {
  return db
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .leftJoin('speaker', 'speaker.id', 'engagement.speaker_id')
    .leftJoin('venue', 'venue.id', 'engagement.venue_id')
    .leftJoin('invitation', (join) =>
      join
        .onRef('invitation.briefing_session_id', '=', 'engagement.briefing_session_id')
        .onRef('invitation.person_id', '=', 'engagement.person_id'),
    )
    .select(['engagement.id', 'engagement.capacity', 'engagement.answer', 'engagement.answered_at'])
    .select((eb) => eb.fn.coalesce('speaker.name', 'venue.name', 'person.name').as('name'))
    .select('invitation.state')
    .where('engagement.briefing_session_id', '=', briefingSessionId)
    .where('engagement.ended_at', 'is', null)
}

/** What these people's calendars got last about an evening, when it was taken out: coming back needs a higher SEQUENCE. */
export async function findHighestCancel(
  db: Db,
  briefingSessionId: string,
  personIds: readonly string[],
): Promise<number | undefined> {
  if (personIds.length === 0) return undefined
  const { highest } = await db
    .selectFrom('invitation')
    .select((eb) => eb.fn.max('last_sequence').as('highest'))
    .where('briefing_session_id', '=', briefingSessionId)
    .where('state', '=', 'cancelled')
    .where('person_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .executeTakeFirstOrThrow()
  return highest ?? undefined
}

/** Who is engaged already stays so, in the capacity she has. */
export async function insertEngagements(
  trx: Trx,
  briefingSessionId: string,
  people: readonly EngagedAs[],
  now: Temporal.Instant,
): Promise<void> {
  if (people.length === 0) return
  await trx
    .insertInto('engagement')
    .values(
      people.map(({ capacity, personId, subjectId }) => ({
        briefing_session_id: briefingSessionId,
        person_id: personId,
        capacity,
        speaker_id: capacity === 'speaker' ? subjectId : null,
        venue_id: capacity === 'venue' ? subjectId : null,
        council_id: capacity === 'clerk' ? subjectId : null,
        begun_at: now.toString(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['briefing_session_id', 'person_id']).where('ended_at', 'is', null).doNothing(),
    )
    .execute()
}

export async function endEngagements(trx: Trx, engagementIds: readonly string[], now: Temporal.Instant): Promise<void> {
  if (engagementIds.length === 0) return
  await trx
    .updateTable('engagement')
    .set({ ended_at: now.toString() })
    .where('id', 'in', [...engagementIds])
    .execute()
}
