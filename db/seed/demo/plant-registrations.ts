import { randomUUID } from 'node:crypto'
import type { Trx } from '../../connection.server.ts'
import { demoParticipants } from './people.ts'
import { type DemoCast, idIn } from './plant-people.ts'
import { calendarVersionOf } from './plant-sessions.ts'
import { type DemoRegistration, demoRegistrations } from './registrations.ts'
import { type DemoSession, demoSessions } from './sessions.ts'
import { daysAgo } from './story-time.ts'

type Story = { cast: DemoCast; sessions: Map<string, string> }

const LEFT = ['unregistered', 'removed', 'expired']

export async function plantRegistrations(trx: Trx, story: Story, now: Temporal.Instant): Promise<void> {
  for (const registration of demoRegistrations) {
    const session = demoSessions.find(({ key }) => key === registration.session)
    if (session === undefined) throw new Error(`The demo story has no evening ${registration.session}`)
    const registeredDaysAgo = Math.max(0, (session.publishedDaysAgo ?? 0) - 2)
    await plantRegistration(trx, { registration, session, registeredDaysAgo }, story, now)
  }
}

type Registered = { registration: DemoRegistration; session: DemoSession; registeredDaysAgo: number }

async function plantRegistration(
  trx: Trx,
  { registration, session, registeredDaysAgo }: Registered,
  { cast, sessions }: Story,
  now: Temporal.Instant,
): Promise<void> {
  const participant = demoParticipants.find(({ key }) => key === registration.participant)
  if (participant === undefined) throw new Error(`The demo story has no ${registration.participant}`)
  const id = randomUUID()
  const { sequence } = calendarVersionOf(session)
  const { answer, earlierAnswer } = registration
  // An answer to the moved evening came after the move, one from before it came soon after registering.
  const answeredAt = daysAgo(now, Math.min(registeredDaysAgo, earlierAnswer ? 6 : registeredDaysAgo - 1))
  const answeredSequence = session.status === 'cancelled' ? 0 : sequence
  const person = { briefing_session_id: idIn(sessions, session.key), person_id: idIn(cast.people, participant.key) }
  await trx
    .insertInto('registration')
    .values({
      id,
      ...person,
      council_id: idIn(cast.councils, participant.municipality),
      role: participant.role,
      place: registration.place,
      question: registration.question ?? null,
      registered_at: daysAgo(now, registeredDaysAgo),
      ended_at: LEFT.includes(registration.place) ? daysAgo(now, 5) : null,
      ...(answer && {
        answer: answer.answer,
        answer_sequence: answeredSequence,
        answered_at: answeredAt,
        answer_door: answer.door,
      }),
    })
    .execute()
  const replies = [
    ...(earlierAnswer ? [{ ...earlierAnswer, at: daysAgo(now, registeredDaysAgo - 1), sequence: 0 }] : []),
    ...(answer ? [{ ...answer, at: answeredAt, sequence: answeredSequence }] : []),
  ]
  for (const { answer: given, door, at, sequence: answered_sequence } of replies) {
    await trx
      .insertInto('reply')
      .values({
        registration_id: id,
        answer: given,
        door,
        answered_sequence,
        answered_at: at,
        received_at: at,
        recorded_by: recorderOf(door, cast),
        applied: true,
      })
      .execute()
  }
  await trx
    .insertInto('invitation')
    .values({
      ...person,
      last_sequence: sequence,
      last_stamped_at: daysAgo(now, Math.min(registeredDaysAgo, session.status === 'changed' ? 8 : registeredDaysAgo)),
      first_message_id: `<${id}@briefings.example>`,
      state: registration.invitation,
    })
    .execute()
}

function recorderOf(door: string, cast: DemoCast): string | null {
  if (door === 'clerk') return idIn(cast.people, 'clerkOegstgeest')
  return door === 'staff' ? idIn(cast.people, 'planner') : null
}
