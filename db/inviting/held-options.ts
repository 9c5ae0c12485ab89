import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type HeldOption = {
  briefingSessionId: string
  title: string
  start: Temporal.Instant
  end: Temporal.Instant
  expiresAt: Temporal.Instant
  /** The latest word of the council. */
  answer: CalendarAnswer
}

/** The evenings that are held for these councils, what ends first on top. */
export async function listHeldOptions(db: Db, councilIds: readonly string[]): Promise<HeldOption[]> {
  if (councilIds.length === 0) return []
  return selectHeld(db, (query) => query.where('engagement.council_id', 'in', [...councilIds]))
}

/** The evening that is held for a request, for one of these councils. */
export async function findHeldOption(
  db: Db,
  briefingRequestId: string,
  councilIds: readonly string[],
): Promise<HeldOption | undefined> {
  if (councilIds.length === 0) return undefined
  const [option] = await selectHeld(db, (query) =>
    query
      .where('engagement.council_id', 'in', [...councilIds])
      .where('session.id', 'in', (eb) =>
        eb
          .selectFrom('briefing_session_request')
          .select('briefing_session_id')
          .where('briefing_request_id', '=', briefingRequestId),
      ),
  )
  return option
}

function held(db: Db) {
  return db
    .selectFrom('engagement')
    .innerJoin('briefing_session as session', 'session.id', 'engagement.briefing_session_id')
    .select(['session.id', 'session.title', 'session.starts_at', 'session.ends_at', 'session.option_expires_at'])
    .select(['engagement.answer', 'engagement.answered_at'])
    .where('session.status', '=', 'option')
    .where('engagement.capacity', '=', 'clerk')
    .where('engagement.ended_at', 'is', null)
}

async function selectHeld(
  db: Db,
  narrow: (query: ReturnType<typeof held>) => ReturnType<typeof held>,
): Promise<HeldOption[]> {
  const rows = await narrow(held(db))
    .distinctOn(['session.option_expires_at', 'session.id'])
    .orderBy('session.option_expires_at')
    .orderBy('session.id')
    .orderBy('engagement.answered_at', (order) => order.desc().nullsLast())
    .limit(50)
    .execute()
  return rows.map((row) => ({
    briefingSessionId: row.id,
    title: row.title,
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    expiresAt: toInstant(row.option_expires_at ?? row.starts_at),
    answer: row.answer,
  }))
}
