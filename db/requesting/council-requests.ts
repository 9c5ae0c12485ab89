import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type CouncilRequest = {
  reference: string
  status: RequestStatus
  topicTitles: string[]
  municipalityNames: string[]
  /** Asked along, and not answered yet. */
  silentCouncils: { councilId: string }[]
  createdAt: Temporal.Instant
}

/** Requests these councils made, the newest first. */
export async function listCouncilRequests(db: Db, councilIds: string[]): Promise<CouncilRequest[]> {
  const rows = await db
    .selectFrom('briefing_request_council as own')
    .innerJoin('briefing_request as br', 'br.id', 'own.briefing_request_id')
    .select(['br.reference', 'br.status', 'br.created_at'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_topic as chosen')
          .innerJoin('topic', 'topic.id', 'chosen.topic_id')
          .select('topic.title')
          .whereRef('chosen.briefing_request_id', '=', 'br.id')
          .orderBy('chosen.position'),
      ).as('topics'),
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_council as part')
          .innerJoin('council', 'council.id', 'part.council_id')
          .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
          .select(['municipality.name', 'part.council_id', 'part.state'])
          .whereRef('part.briefing_request_id', '=', 'br.id')
          .orderBy('part.is_lead', 'desc')
          .orderBy('municipality.name'),
      ).as('councils'),
    ])
    .where(sql<boolean>`own.council_id = any(${councilIds}::uuid[])`)
    .where('own.is_lead', '=', true)
    .orderBy('br.created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ topics, councils, created_at, ...row }) => ({
    ...row,
    topicTitles: topics.map(({ title }) => title),
    municipalityNames: councils.map(({ name }) => name),
    silentCouncils: councils
      .filter(({ state }) => state === 'invited')
      .map(({ council_id }) => ({ councilId: council_id })),
    createdAt: toInstant(created_at),
  }))
}
