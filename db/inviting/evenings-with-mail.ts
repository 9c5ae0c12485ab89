import { dateInAmsterdam, formatShortDate } from '#app/domain/calendar-text.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

const mostEvenings = 200

/** Evenings to choose from in a filter, the latest first. */
export async function listEveningsToFilter(db: Db): Promise<{ value: string; text: string }[]> {
  const rows = await db
    .selectFrom('briefing_session')
    .select(['id', 'title', 'starts_at'])
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .limit(mostEvenings)
    .execute()
  return rows.map(({ id, title, starts_at }) => ({
    value: id,
    text: `${formatShortDate(dateInAmsterdam(toInstant(starts_at)))}, ${title}`,
  }))
}
