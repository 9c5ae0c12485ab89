import { randomUUID } from 'node:crypto'
import type { Trx } from '../../connection.server.ts'
import { calendarVersionOf } from './plant-sessions.ts'
import { demoSessions } from './sessions.ts'
import { daysAgo } from './story-time.ts'

/** What speakers, rooms and clerks said; who is not named here has not answered. */
const answers: Record<string, { answer: 'yes' | 'no'; door: 'calendar' | 'link' }> = {
  'regional spreker.bestuur@provincie.example': { answer: 'yes', door: 'calendar' },
  'regional spreker.wonen@provincie.example': { answer: 'no', door: 'link' },
  'regional raadzaal@zaalverhuur.example': { answer: 'yes', door: 'calendar' },
  'moved spreker.vervoer@provincie.example': { answer: 'yes', door: 'link' },
}

/** Everybody who has an evening in a calendar without being a participant: speakers, the room with a mailbox, and the clerks who hold the option. */
export async function plantEngagements(trx: Trx, sessions: Map<string, string>, now: Temporal.Instant): Promise<void> {
  for (const session of demoSessions) {
    if (!['option', 'published', 'changed'].includes(session.status)) continue
    const briefing_session_id = sessions.get(session.key) ?? ''
    const { sequence } = calendarVersionOf(session)
    const begun_at = daysAgo(now, session.publishedDaysAgo ?? 3)
    for (const person of await bookedPeople(trx, briefing_session_id, session.status === 'option')) {
      const { address, person_id, ...as } = person
      const given = answers[`${session.key} ${address}`]
      const answered_at = daysAgo(now, 2)
      const id = randomUUID()
      await trx
        .insertInto('engagement')
        .values({
          id,
          briefing_session_id,
          person_id,
          ...as,
          begun_at,
          ...(given && { answer: given.answer, answer_door: given.door, answer_sequence: sequence, answered_at }),
        })
        .execute()
      if (given)
        await trx
          .insertInto('reply')
          .values({
            engagement_id: id,
            ...given,
            answered_sequence: sequence,
            answered_at,
            received_at: answered_at,
            applied: true,
          })
          .execute()
      await trx
        .insertInto('invitation')
        .values({
          briefing_session_id,
          person_id,
          last_sequence: sequence,
          last_stamped_at: begun_at,
          first_message_id: `<${id}@briefings.example>`,
          state: 'sent',
        })
        .execute()
    }
  }
}

async function bookedPeople(trx: Trx, sessionId: string, isOption: boolean) {
  const people = trx
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.id as person_id', 'email_address.address'])
  const none = { speaker_id: null, venue_id: null, council_id: null }
  const speakers = await people
    .innerJoin('speaker', 'speaker.email_address_id', 'email_address.id')
    .innerJoin('speaker_booking', 'speaker_booking.speaker_id', 'speaker.id')
    .select('speaker.id as speaker_id')
    .where('speaker_booking.briefing_session_id', '=', sessionId)
    .execute()
  const venues = await people
    .innerJoin('venue', 'venue.email_address_id', 'email_address.id')
    .innerJoin('venue_booking', 'venue_booking.venue_id', 'venue.id')
    .select('venue.id as venue_id')
    .where('venue_booking.briefing_session_id', '=', sessionId)
    .execute()
  const clerks = await people
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .innerJoin('briefing_session_council', 'briefing_session_council.council_id', 'person_role.council_id')
    .select('person_role.council_id')
    .where('briefing_session_council.briefing_session_id', '=', sessionId)
    .execute()
  return [
    ...speakers.map((each) => ({ ...none, ...each, capacity: 'speaker' as const })),
    ...venues.map((each) => ({ ...none, ...each, capacity: 'venue' as const })),
    ...(isOption ? clerks.map((each) => ({ ...none, ...each, capacity: 'clerk' as const })) : []),
  ]
}
