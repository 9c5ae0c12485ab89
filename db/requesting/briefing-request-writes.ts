import { sql } from 'kysely'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { Trx } from '../connection.server.ts'

export type NewBriefingRequest = {
  id: string
  draftId: string
  reference: string
  status: 'awaitingMailbox' | 'awaitingCoRequesters' | 'submitted'
  /** With `awaitingCoRequesters`. */
  coRequestersUntil: Temporal.PlainDate | undefined
  wish: BriefingWish
  councils: { councilId: string; isLead: boolean; state: 'joined' | 'invited' }[]
  regionId: string | undefined
  dosNumber: string | undefined
  topics: { topicId: string; minutes: number }[]
  contact: { name: string; function: string; emailAddressId: string; personId: string | undefined }
  unknownMailDomain: boolean
}

/** Makes a request of a draft. The draft keeps no copy of what was typed: the request has it, and the draft only remembers which. */
export async function insertBriefingRequest(
  trx: Trx,
  { wish, contact, ...made }: NewBriefingRequest,
  now: Temporal.Instant,
): Promise<void> {
  const { id } = made
  const days = wish.preferredDates.map(String)
  // One statement: others wait for their number until this request is whole. The keys to it are checked when the statement is done.
  await trx
    .with('councils', (parts) =>
      parts.insertInto('briefing_request_council').values(
        made.councils.map(({ councilId, isLead, state }) => ({
          briefing_request_id: id,
          council_id: councilId,
          is_lead: isLead,
          state,
        })),
      ),
    )
    .with('topics', (parts) =>
      parts.insertInto('briefing_request_topic').values(
        made.topics.map(({ topicId, minutes }, index) => ({
          briefing_request_id: id,
          topic_id: topicId,
          position: index + 1,
          minutes,
        })),
      ),
    )
    .with('dates', (parts) =>
      parts
        .insertInto('preferred_date')
        .columns(['briefing_request_id', 'position', 'day'])
        .expression(
          sql<never>`select ${id}::uuid, position, day from unnest(${days}::date[]) with ordinality as given(day, position)`,
        ),
    )
    .with('draft', (parts) =>
      parts
        .updateTable('request_draft')
        .set({ briefing_request_id: id, entries: JSON.stringify({}) })
        .where('id', '=', made.draftId),
    )
    .insertInto('briefing_request')
    .values({
      id,
      reference: made.reference,
      status: made.status,
      audience: wish.audience,
      region_id: made.regionId ?? null,
      dos_number: made.dosNumber ?? null,
      format_id: wish.formatId,
      council_question: wish.councilQuestion,
      expected_councillors: wish.expectedCouncillors,
      expected_new: wish.expectedNew,
      expected_committee_members: wish.expectedCommitteeMembers,
      usual_evenings: wish.usualEvenings,
      other_date_is_fine: wish.otherDateIsFine,
      venue_kind: wish.venueKind,
      venue_note: wish.venueNote,
      openness: wish.openness,
      facilities: wish.facilities,
      invite_water_authority: wish.inviteWaterAuthority,
      remarks: wish.remarks,
      contact_name: contact.name,
      contact_function: contact.function,
      contact_phone: wish.phone ?? null,
      contact_email_id: contact.emailAddressId,
      unknown_mail_domain: made.unknownMailDomain,
      submitted_by: contact.personId ?? null,
      created_at: now.toString(),
      submitted_at: made.status === 'submitted' ? now.toString() : null,
      waiting_since: now.toString(),
      co_requesters_until: made.coRequestersUntil?.toString() ?? null,
    })
    .execute()
}

export type RequestChange = {
  status?: RequestStatus
  dosNumber?: string
  handledBy?: string
  submittedBy?: string
  submittedAt?: Temporal.Instant
  declineReason?: string
  declineAlternative?: string
  coRequestersUntil?: Temporal.PlainDate
}

/** Writes a change to a locked request. A new status starts the wait again: somebody else is to act now. */
export async function updateBriefingRequest(
  trx: Trx,
  id: string,
  change: RequestChange,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('briefing_request')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(change.status && { status: change.status, waiting_since: now.toString() }),
      ...(change.dosNumber && { dos_number: change.dosNumber }),
      ...(change.handledBy && { handled_by: change.handledBy }),
      ...(change.submittedBy && { submitted_by: change.submittedBy }),
      ...(change.submittedAt && { submitted_at: change.submittedAt.toString() }),
      ...(change.declineReason && { decline_reason: change.declineReason }),
      ...(change.declineAlternative && { decline_alternative: change.declineAlternative }),
      ...(change.coRequestersUntil && { co_requesters_until: change.coRequestersUntil.toString() }),
    }))
    .where('id', '=', id)
    .execute()
}
