import { randomUUID } from 'node:crypto'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { suggestMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import type { Trx } from '../../connection.server.ts'
import { recordAuditEvent } from '../../overseeing/audit-events.ts'
import { sessionFormats, topics } from '../zuid-holland/offer.ts'
import { demoEvening } from './demo-evening.ts'
import { demoOfficers } from './people.ts'
import { type DemoCast, idIn } from './plant-people.ts'
import { type DemoRequest, demoRequests } from './requests.ts'
import { daysAgo } from './story-time.ts'

/** The requests of the story by key. */
export async function plantRequests(trx: Trx, cast: DemoCast, now: Temporal.Instant): Promise<Map<string, string>> {
  const year = dateInAmsterdam(now).year
  const { last_number } = await trx
    .insertInto('reference_counter')
    .values({ year, last_number: demoRequests.length })
    .onConflict((conflict) =>
      conflict
        .column('year')
        .doUpdateSet((row) => ({ last_number: row('reference_counter.last_number', '+', demoRequests.length) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  const ids = new Map<string, string>()
  for (const [index, request] of demoRequests.entries()) {
    const number = last_number - demoRequests.length + index + 1
    const id = randomUUID()
    ids.set(request.key, id)
    await plantRequest(trx, { id, reference: `RB-${year}-${String(number).padStart(4, '0')}`, request }, cast, now)
  }
  return ids
}

/** Two weeks after the others were asked. */
function waitsUntil({ status, lastStepDaysAgo }: DemoRequest, now: Temporal.Instant): string | null {
  if (status !== 'awaitingCoRequesters') return null
  return dateInAmsterdam(now)
    .add({ days: 14 - lastStepDaysAgo })
    .toString()
}

type Numbered = { id: string; reference: string; request: DemoRequest }

async function plantRequest(
  trx: Trx,
  { id, reference, request }: Numbered,
  cast: DemoCast,
  now: Temporal.Instant,
): Promise<void> {
  const sentAt = daysAgo(now, request.sentDaysAgo)
  await trx
    .insertInto('briefing_request')
    .values({
      id,
      reference,
      status: request.status,
      audience: request.audience,
      ...(await regionOf(trx, request)),
      format_id: request.formatId,
      council_question: request.question ?? '',
      expected_councillors: request.expected.councillors,
      expected_new: request.expected.newMembers ?? 0,
      expected_committee_members: request.expected.committeeMembers ?? 0,
      venue_kind: request.venueKind ?? 'councilChamber',
      openness: request.openness ?? 'public',
      facilities: request.facilities ?? [],
      ...(await contactOf(trx, request, cast, now)),
      handled_by: request.steps.length > 0 ? idIn(cast.people, 'planner') : null,
      decline_reason: request.declineReason ?? null,
      decline_alternative: request.declineAlternative ?? null,
      created_at: sentAt,
      submitted_at: ['awaitingMailbox', 'awaitingCoRequesters'].includes(request.status) ? null : sentAt,
      waiting_since: daysAgo(now, request.lastStepDaysAgo),
      co_requesters_until: waitsUntil(request, now),
    })
    .execute()
  await plantChoices(trx, id, request, cast, now)
  await plantTimeline(trx, id, request, cast, now)
}

/** The region of the leading council and the number of the letter to it; no number where we know of no letter. */
async function regionOf(trx: Trx, { councils }: DemoRequest) {
  const row = await trx
    .selectFrom('region_municipality')
    .innerJoin('municipality', 'municipality.id', 'region_municipality.municipality_id')
    .leftJoin('letter_region', 'letter_region.region_id', 'region_municipality.region_id')
    .leftJoin('letter', 'letter.id', 'letter_region.letter_id')
    .select(['region_municipality.region_id', 'letter.dos_number'])
    .where('region_municipality.is_main', '=', true)
    .where('municipality.slug', '=', councils[0]?.slug ?? '')
    .executeTakeFirstOrThrow()
  return { region_id: row.region_id, dos_number: row.dos_number }
}

/** The clerk who sent it in, or for a council without one an office that proved or must still prove its mailbox. */
async function contactOf(trx: Trx, { clerk, councils }: DemoRequest, cast: DemoCast, now: Temporal.Instant) {
  const officer = demoOfficers.find(({ key }) => key === clerk)
  if (officer !== undefined) {
    const { id } = await trx
      .selectFrom('email_address')
      .select('id')
      .where('address', '=', officer.address)
      .executeTakeFirstOrThrow()
    return {
      contact_name: officer.name,
      contact_function: officer.role,
      contact_email_id: id,
      submitted_by: idIn(cast.people, officer.key),
    }
  }
  const { id } = await trx
    .insertInto('email_address')
    .values({ address: `griffie@${councils[0]?.slug}.example`, created_at: daysAgo(now, 40) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { contact_name: 'Ad Voorbeeld', contact_function: 'clerk', contact_email_id: id, unknown_mail_domain: true }
}

async function plantChoices(
  trx: Trx,
  id: string,
  request: DemoRequest,
  cast: DemoCast,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .insertInto('briefing_request_council')
    .values(
      request.councils.map(({ slug, state }, index) => ({
        briefing_request_id: id,
        council_id: idIn(cast.councils, slug),
        is_lead: index === 0,
        state: state ?? 'joined',
      })),
    )
    .execute()
  const format = sessionFormats.find((one) => one.id === request.formatId)
  const chosen = request.topicIds.flatMap((topicId) => topics.filter((topic) => topic.id === topicId))
  await trx
    .insertInto('briefing_request_topic')
    .values(
      suggestMinutes(chosen, format?.minutes ?? 0).map(({ topicId, minutes }, index) => ({
        briefing_request_id: id,
        topic_id: topicId,
        position: index + 1,
        minutes,
      })),
    )
    .execute()
  await trx
    .insertInto('preferred_date')
    .values(
      request.preferredWeeks.map((weeks, index) => ({
        briefing_request_id: id,
        position: index + 1,
        day: dateInAmsterdam(demoEvening(now, weeks)).toString(),
      })),
    )
    .execute()
}

/** The steps spread evenly between sending in and the last step. */
async function plantTimeline(
  trx: Trx,
  id: string,
  request: DemoRequest,
  cast: DemoCast,
  now: Temporal.Instant,
): Promise<void> {
  const personId = request.clerk && idIn(cast.people, request.clerk)
  const councilId = idIn(cast.councils, request.councils[0]?.slug ?? '')
  const sent = request.status === 'awaitingMailbox' ? 'briefingRequest.saved' : 'briefingRequest.submitted'
  await recordAuditEvent(
    trx,
    {
      actor: personId === undefined ? { kind: 'anonymous' } : { kind: 'clerk', personId },
      action: sent,
      briefingRequestId: id,
      councilId,
      after: { status: sent === 'briefingRequest.saved' ? 'awaitingMailbox' : 'submitted' },
    },
    Temporal.Instant.from(daysAgo(now, request.sentDaysAgo)),
  )
  const stretch = request.sentDaysAgo - request.lastStepDaysAgo
  for (const [index, { status, action, by }] of request.steps.entries()) {
    const at = daysAgo(now, Math.round(request.sentDaysAgo - (stretch * (index + 1)) / request.steps.length))
    const kind = by === 'planner' ? 'staff' : 'clerk'
    await recordAuditEvent(
      trx,
      { actor: { kind, personId: idIn(cast.people, by) }, action, briefingRequestId: id, councilId, after: { status } },
      Temporal.Instant.from(at),
    )
  }
}
