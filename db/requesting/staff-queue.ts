import { type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { Db } from '../connection.server.ts'
import { toInstant } from '../instant.ts'

export type QueueFilter = {
  statuses: readonly RequestStatus[]
  regionId: string | undefined
  onlyDosMissing: boolean
  /** The person whose requests to show; absent for everybody's. */
  handledBy: string | undefined
  page: number
}

export type QueuedRequest = {
  reference: string
  status: RequestStatus
  municipalityNames: string[]
  regionName: string | undefined
  topicTitles: string[]
  waitingSince: Temporal.Instant
  handledBy: string | undefined
  unknownMailDomain: boolean
  dosMissing: boolean
  mailWithheld: boolean
}

export const queuePageSize = 25

/** Requests for the province, whoever waits longest first; one page and how many there are. */
export async function listQueue(
  db: Db,
  filter: QueueFilter,
): Promise<{ requests: QueuedRequest[]; total: number; pages: number }> {
  const matching = db
    .selectFrom('briefing_request as br')
    .where('br.status', 'in', [...filter.statuses])
    .$if(filter.regionId !== undefined, (query) => query.where('br.region_id', '=', filter.regionId ?? ''))
    .$if(filter.onlyDosMissing, (query) => query.where('br.dos_number', 'is', null))
    .$if(filter.handledBy !== undefined, (query) => query.where('br.handled_by', '=', filter.handledBy ?? ''))
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .leftJoin('region', 'region.id', 'br.region_id')
    .leftJoin('person as handler', 'handler.id', 'br.handled_by')
    .select(['br.reference', 'br.status', 'br.waiting_since', 'br.unknown_mail_domain', 'br.dos_number'])
    .select(['region.name as region_name', 'handler.name as handler_name'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_council as part')
          .innerJoin('council', 'council.id', 'part.council_id')
          .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
          .select('municipality.name')
          .whereRef('part.briefing_request_id', '=', 'br.id')
          .orderBy('part.is_lead', 'desc')
          .orderBy('municipality.name'),
      ).as('councils'),
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_topic as chosen')
          .innerJoin('topic', 'topic.id', 'chosen.topic_id')
          .select('topic.title')
          .whereRef('chosen.briefing_request_id', '=', 'br.id')
          .orderBy('chosen.position'),
      ).as('topics'),
      sql<SqlBool>`exists (select 1 from withheld_mail w where w.briefing_request_id = br.id and w.resolved_at is null)`.as(
        'mail_withheld',
      ),
    ])
    .orderBy('br.waiting_since')
    .orderBy('br.reference')
    .limit(queuePageSize)
    .offset((filter.page - 1) * queuePageSize)
    .execute()
  return {
    total,
    pages: Math.max(1, Math.ceil(total / queuePageSize)),
    requests: rows.map((row) => ({
      reference: row.reference,
      status: row.status,
      municipalityNames: row.councils.map(({ name }) => name),
      regionName: row.region_name ?? undefined,
      topicTitles: row.topics.map(({ title }) => title),
      waitingSince: toInstant(row.waiting_since),
      handledBy: row.handler_name ?? undefined,
      unknownMailDomain: row.unknown_mail_domain,
      dosMissing: row.dos_number === null,
      mailWithheld: Boolean(row.mail_withheld),
    })),
  }
}
