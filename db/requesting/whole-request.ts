import type { ExpressionBuilder } from 'kysely'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import type { ContactFunction, Facility } from '#app/domain/requesting/briefing-wish.ts'
import type { Db } from '../connection.server.ts'
import { toInstant, toOptionalInstant, toPlainDate } from '../instant.ts'
import type { Database } from '../schema.ts'

export type Eb = ExpressionBuilder<Database & { br: Database['briefing_request'] }, 'br'>

const councilsOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('briefing_request_council as part')
      .innerJoin('council', 'council.id', 'part.council_id')
      .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
      .select([
        'council.id as councilId',
        'municipality.name as municipalityName',
        'municipality.slug as municipalitySlug',
        'part.is_lead as isLead',
        'part.state',
        'part.remark',
      ])
      .select(sql<string | null>`to_json(part.answered_at)`.as('answered_at'))
      .whereRef('part.briefing_request_id', '=', 'br.id')
      .orderBy('part.is_lead', 'desc')
      .orderBy('municipality.name'),
  )

const topicsOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('briefing_request_topic as chosen')
      .innerJoin('topic', 'topic.id', 'chosen.topic_id')
      .select(['chosen.topic_id as topicId', 'topic.title', 'chosen.minutes'])
      .whereRef('chosen.briefing_request_id', '=', 'br.id')
      .orderBy('chosen.position'),
  )

const datesOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('preferred_date')
      .select('day')
      .whereRef('preferred_date.briefing_request_id', '=', 'br.id')
      .orderBy('position'),
  )

const clarificationsOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('clarification')
      .innerJoin('person', 'person.id', 'clarification.asked_by')
      .select(['clarification.id', 'question', 'asked_by', 'person.name', 'answer', 'status_before'])
      .select(sql<string | null>`to_json(answered_at)`.as('answered_at'))
      .whereRef('clarification.briefing_request_id', '=', 'br.id')
      .orderBy('clarification.asked_at'),
  )

const proposalsOf = (eb: Eb) =>
  jsonArrayFrom(
    eb
      .selectFrom('proposal')
      .innerJoin('person', 'person.id', 'proposal.proposed_by')
      .select(['proposal.id', 'proposed_by', 'person.name', 'chosen_position', 'proposal.remark'])
      .select(sql<string>`to_json(proposed_at)`.as('proposed_at'))
      .select(sql<string | null>`to_json(proposal.answered_at)`.as('answered_at'))
      .select(sql<string | null>`to_json(withdrawn_at)`.as('withdrawn_at'))
      .select((inner) =>
        inner
          .exists(
            inner
              .selectFrom('briefing_session_request as link')
              .innerJoin('briefing_session', 'briefing_session.id', 'link.briefing_session_id')
              .select('link.briefing_session_id')
              .whereRef('link.briefing_request_id', '=', 'br.id')
              .where('briefing_session.status', '=', 'cancelled')
              .whereRef('briefing_session.created_at', '>=', 'proposal.answered_at'),
          )
          .as('is_spent'),
      )
      .select((inner) =>
        jsonArrayFrom(
          inner
            .selectFrom('proposed_evening')
            .select(['position', 'reason'])
            .select(sql<string>`to_json(starts_at)`.as('starts_at'))
            .select(sql<string>`to_json(ends_at)`.as('ends_at'))
            .whereRef('proposed_evening.proposal_id', '=', 'proposal.id')
            .orderBy('position'),
        ).as('evenings'),
      )
      .whereRef('proposal.briefing_request_id', '=', 'br.id')
      .orderBy('proposal.proposed_at'),
  )

/** A request with everything that belongs to it, in one row. */
export function wholeRequest(db: Db) {
  return db
    .selectFrom('briefing_request as br')
    .innerJoin('session_format', 'session_format.id', 'br.format_id')
    .leftJoin('region', 'region.id', 'br.region_id')
    .leftJoin('person as handler', 'handler.id', 'br.handled_by')
    .leftJoin('email_address', 'email_address.id', 'br.contact_email_id')
    .selectAll('br')
    .select([
      'session_format.title as format_title',
      'session_format.minutes as format_minutes',
      'region.name as region_name',
      'handler.name as handler_name',
      'email_address.address as contact_address',
    ])
    .select((eb) => [
      councilsOf(eb as unknown as Eb).as('councils'),
      topicsOf(eb as unknown as Eb).as('topics'),
      datesOf(eb as unknown as Eb).as('dates'),
      clarificationsOf(eb as unknown as Eb).as('clarifications'),
      proposalsOf(eb as unknown as Eb).as('proposals'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof wholeRequest>['executeTakeFirstOrThrow']>>

export function toBriefingRequest(row: Row): BriefingRequest {
  return {
    id: row.id,
    reference: row.reference,
    status: row.status,
    audience: row.audience,
    regionId: row.region_id ?? undefined,
    regionName: row.region_name ?? undefined,
    dosNumber: row.dos_number ?? undefined,
    format: { id: row.format_id, title: row.format_title, minutes: row.format_minutes },
    councilQuestion: row.council_question,
    expectedCouncillors: row.expected_councillors,
    expectedNew: row.expected_new,
    expectedCommitteeMembers: row.expected_committee_members,
    usualEvenings: row.usual_evenings,
    preferredDates: row.dates.map(({ day }) => toPlainDate(day)),
    otherDateIsFine: row.other_date_is_fine,
    venueKind: row.venue_kind,
    venueNote: row.venue_note,
    openness: row.openness,
    facilities: row.facilities as Facility[],
    inviteWaterAuthority: row.invite_water_authority,
    remarks: row.remarks,
    contact: {
      name: row.contact_name,
      function: row.contact_function as ContactFunction,
      phone: row.contact_phone ?? undefined,
      address: row.contact_address ?? undefined,
    },
    unknownMailDomain: row.unknown_mail_domain,
    submittedBy: row.submitted_by ?? undefined,
    handledBy: row.handled_by && row.handler_name ? { personId: row.handled_by, name: row.handler_name } : undefined,
    declineReason: row.decline_reason ?? undefined,
    declineAlternative: row.decline_alternative ?? undefined,
    coRequestersUntil: row.co_requesters_until === null ? undefined : toPlainDate(row.co_requesters_until),
    version: row.version,
    submittedAt: toOptionalInstant(row.submitted_at),
    waitingSince: toInstant(row.waiting_since),
    councils: row.councils.map(({ answered_at, ...council }) => ({
      ...council,
      answeredAt: answered_at === null ? undefined : Temporal.Instant.from(answered_at),
    })),
    topics: row.topics,
    clarifications: row.clarifications.map((each) => ({
      id: each.id,
      question: each.question,
      askedBy: { personId: each.asked_by, name: each.name },
      answer: each.answer ?? undefined,
      answeredAt: each.answered_at === null ? undefined : Temporal.Instant.from(each.answered_at),
      statusBefore: each.status_before,
    })),
    proposals: row.proposals.map((each) => ({
      id: each.id,
      proposedBy: { personId: each.proposed_by, name: each.name },
      proposedAt: Temporal.Instant.from(each.proposed_at),
      evenings: each.evenings.map(({ position, reason, starts_at, ends_at }) => ({
        position,
        reason,
        start: Temporal.Instant.from(starts_at),
        end: Temporal.Instant.from(ends_at),
      })),
      answeredAt: each.answered_at === null ? undefined : Temporal.Instant.from(each.answered_at),
      chosenPosition: each.chosen_position ?? undefined,
      remark: each.remark,
      withdrawnAt: each.withdrawn_at === null ? undefined : Temporal.Instant.from(each.withdrawn_at),
      isSpent: Boolean(each.is_spent),
    })),
  }
}
