import type { Viewer } from '#app/domain/access/viewer.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import { requestReference } from '#app/domain/requesting/reference.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { saveDraft } from '#app/use-cases/requesting/save-draft.ts'
import { submitRequest } from '#app/use-cases/requesting/submit-request.ts'
import type { Db } from '#db/connection.server.ts'
import { nextReferenceNumber } from '#db/requesting/reference-counter.ts'
import { aSite, now } from './here-and-now.ts'
import { councilOf } from './people.ts'

/** What a council asks for, complete enough to be sent. */
export function aWish(changes: Partial<BriefingWish> = {}): BriefingWish {
  return {
    audience: 'council',
    regionId: undefined,
    coCouncilIds: [],
    topicIds: ['wie-doet-wat', 'wonen'],
    formatId: 'thema',
    councilQuestion: 'Wat kan de raad zelf beslissen?',
    expectedCouncillors: 21,
    expectedNew: 9,
    expectedCommitteeMembers: 4,
    usualEvenings: [1],
    preferredDates: [Temporal.PlainDate.from('2027-01-12'), Temporal.PlainDate.from('2027-01-20')],
    otherDateIsFine: true,
    venueKind: 'councilChamber',
    venueNote: '',
    openness: 'public',
    facilities: ['hearingLoop'],
    inviteWaterAuthority: false,
    remarks: '',
    phone: undefined,
    contact: undefined,
    ...changes,
  }
}

/** Of somebody who is not signed in; without an argument her mailbox is of no council. */
export function aContact(address = 'griffie@onbekend.example') {
  return { name: 'Ad Voorbeeld', function: 'clerk', address } as const
}

type Asked = { wish?: Partial<BriefingWish>; viewer?: Viewer; leadCouncilId: string }

/** A draft, as the form keeps it, ready to be sent. */
export async function aDraft(db: Db, { viewer, leadCouncilId }: Asked, now: Temporal.Instant) {
  const saved = { entries: { audience: ['council'] }, viewer, councilId: leadCouncilId, draft: undefined }
  const { newKey = '' } = await saveDraft(db, saved, now)
  return { key: newKey, access: draftAccess(newKey, viewer), version: 1 }
}

/** A request, asked the way the portal asks it. Gives its reference. */
export async function aRequest(db: Db, asked: Asked, now: Temporal.Instant): Promise<string> {
  const { access, version } = await aDraft(db, asked, now)
  const wish = aWish(asked.wish)
  const sent = { draft: { access, version }, leadCouncilId: asked.leadCouncilId, wish, viewer: asked.viewer }
  const { reference } = await submitRequest(db, aSite, sent, now)
  return reference
}

export type BareRequest = { id: string; reference: string; councilIds: string[] }

/** A request as it stands in the database, without the mails and the history it came by; in treatment, unless told otherwise. The first council leads. */
export async function aBareRequest(
  db: Db,
  slugs: string[] = ['leiderdorp'],
  status: 'inTreatment' | 'submitted' = 'inTreatment',
): Promise<BareRequest> {
  const { id: format_id } = await db.selectFrom('session_format').select('id').executeTakeFirstOrThrow()
  const number = await db.transaction().execute((trx) => nextReferenceNumber(trx, 2026))
  const reference = requestReference(2026, number)
  const { id } = await db
    .insertInto('briefing_request')
    .values({
      reference,
      status,
      audience: slugs.length > 1 ? 'councils' : 'council',
      dos_number: 'DOS-2026-0001081',
      format_id,
      expected_councillors: 21,
      venue_kind: 'councilChamber',
      openness: 'public',
      contact_name: 'Kim Bedacht',
      contact_function: 'clerk',
      created_at: now.toString(),
      waiting_since: now.toString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const councilIds = await Promise.all(slugs.map((slug) => councilOf(db, slug)))
  await db
    .insertInto('briefing_request_council')
    .values(councilIds.map((council_id, at) => ({ briefing_request_id: id, council_id, is_lead: at === 0 })))
    .execute()
  return { id, reference, councilIds }
}
