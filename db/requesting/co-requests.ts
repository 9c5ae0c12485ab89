import { type NotNull, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { CouncilState } from '#app/domain/requesting/briefing-request.ts'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toPlainDate } from '../instant.ts'

export type CoRequest = {
  key: string
  reference: string
  status: RequestStatus
  state: CouncilState
  /** Whose council was asked along, and by which. */
  municipalityName: string
  askedBy: string
  topicTitles: string[]
  until: Temporal.PlainDate | undefined
}

/** Requests in which another council asked one of these along, the newest first. */
export async function listCoRequests(db: Db, councilIds: string[]): Promise<CoRequest[]> {
  const rows = await db
    .selectFrom('briefing_request_council as own')
    .innerJoin('briefing_request as br', 'br.id', 'own.briefing_request_id')
    .innerJoin('council', 'council.id', 'own.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['br.reference', 'br.status', 'own.state', 'br.co_requesters_until', 'own.council_id'])
    .select('municipality.name as municipalityName')
    .select((eb) =>
      eb
        .selectFrom('briefing_request_council as lead')
        .innerJoin('council as lead_council', 'lead_council.id', 'lead.council_id')
        .innerJoin('municipality as lead_municipality', 'lead_municipality.id', 'lead_council.municipality_id')
        .select('lead_municipality.name')
        .whereRef('lead.briefing_request_id', '=', 'br.id')
        .where('lead.is_lead', '=', true)
        .as('askedBy'),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('briefing_request_topic as chosen')
          .innerJoin('topic', 'topic.id', 'chosen.topic_id')
          .select('topic.title')
          .whereRef('chosen.briefing_request_id', '=', 'br.id')
          .orderBy('chosen.position'),
      ).as('topics'),
    )
    .where(sql<boolean>`own.council_id = any(${councilIds}::uuid[])`)
    .where('own.is_lead', '=', false)
    .where('br.status', '<>', 'awaitingMailbox')
    .orderBy('br.created_at', 'desc')
    .limit(100)
    .$narrowType<{ askedBy: NotNull }>()
    .execute()
  return rows.map(({ topics, co_requesters_until, council_id, ...row }) => ({
    ...row,
    key: `${row.reference} ${council_id}`,
    topicTitles: topics.map(({ title }) => title),
    until: co_requesters_until === null ? undefined : toPlainDate(co_requesters_until),
  }))
}

export type CouncilAnswer = {
  briefingRequestId: string
  councilId: string
  state: Exclude<CouncilState, 'invited'>
  remark: string
  answeredBy: string
}

export async function writeCouncilAnswer(trx: Trx, answer: CouncilAnswer, now: Temporal.Instant): Promise<void> {
  await trx
    .updateTable('briefing_request_council')
    .set({
      state: answer.state,
      remark: answer.remark,
      answered_by: answer.answeredBy,
      answered_at: now.toString(),
    })
    .where('briefing_request_id', '=', answer.briefingRequestId)
    .where('council_id', '=', answer.councilId)
    .where('is_lead', '=', false)
    .execute()
}

/** Requests whose other councils had their time, whoever waits longest first. */
export async function listDoneWaiting(db: Db, today: Temporal.PlainDate, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('briefing_request')
    .select('id')
    .where('status', '=', 'awaitingCoRequesters')
    .where('co_requesters_until', '<', today.toString())
    .orderBy('waiting_since')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Requests that wait for a council of which nobody has had the mail, and somebody can have it now. */
export async function listWithNewClerk(db: Db, today: Temporal.PlainDate, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('briefing_request as br')
    .select('br.id')
    .where('br.status', '=', 'awaitingCoRequesters')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('briefing_request_council as part')
          .innerJoin('person_role', 'person_role.council_id', 'part.council_id')
          .innerJoin('person', 'person.id', 'person_role.person_id')
          .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
          .select('part.council_id')
          .whereRef('part.briefing_request_id', '=', 'br.id')
          .where('part.state', '=', 'invited')
          .where('person.erased_at', 'is', null)
          .where('email_address.suspended_at', 'is', null)
          .where(sql<boolean>`person_role.during @> ${today.toString()}::date`)
          .where((inner) =>
            inner.not(
              inner.exists(
                inner
                  .selectFrom('outbox')
                  .select('outbox.id')
                  .whereRef('outbox.briefing_request_id', '=', 'br.id')
                  .where(
                    sql<boolean>`outbox.dedupe_key like 'council-asked:' || br.id || ':' || part.council_id || ':%'`,
                  ),
              ),
            ),
          ),
      ),
    )
    .orderBy('br.waiting_since')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
