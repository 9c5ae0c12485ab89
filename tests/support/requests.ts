import { randomUUID } from 'node:crypto'
import type { StaffRole, Viewer } from '#app/domain/access/viewer.ts'
import type { BriefingWish } from '#app/domain/requesting/briefing-wish.ts'
import type { Site } from '#app/domain/site.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { saveDraft } from '#app/use-cases/requesting/save-draft.ts'
import { submitRequest } from '#app/use-cases/requesting/submit-request.ts'
import type { Db } from '#db/connection.server.ts'
import { aPerson, councilOf, type TestPerson } from './people.ts'

export const aSite: Site = {
  baseUrl: 'https://raadsbriefing.example',
  mailDomain: 'post.raadsbriefing.example',
  senderName: 'Provincie Zuid-Holland',
  linkSecret: 'a secret that is long enough for tests',
  minimumNoticeWeeks: 3,
  reactionWorkdays: 5,
  coRequestWorkdays: 10,
}

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

export function aContact(address = 'griffie@onbekend.example') {
  return { name: 'Ad Voorbeeld', function: 'clerk', address } as const
}

export type TestClerk = TestPerson & { councilId: string; viewer: Viewer }

/** Somebody who works for the council of this municipality, and the viewer she is when signed in. */
export async function aClerk(db: Db, municipalitySlug: string): Promise<TestClerk> {
  const councilId = await councilOf(db, municipalitySlug)
  const person = await aPerson(db, [{ role: 'deputyClerk', councilId }], 'Griffie')
  const councils = [{ councilId, councilName: municipalitySlug, municipalitySlug, role: 'deputyClerk' as const }]
  return { ...person, councilId, viewer: { ...viewerOf(person), councils } }
}

export async function aStaffMember(db: Db, role: StaffRole = 'planner'): Promise<TestPerson> {
  return aPerson(db, [{ role }], 'Planner')
}

export function viewerOf({ personId, name }: TestPerson): Viewer {
  return { personId, name, signInId: randomUUID(), councils: [], staff: [] }
}

type Asked = { wish?: Partial<BriefingWish>; viewer?: Viewer; leadCouncilId: string }

/** A draft, as the form keeps it, ready to be sent. */
export async function aDraft(db: Db, { viewer, leadCouncilId }: Asked, now: Temporal.Instant) {
  const saved = { entries: { audience: ['council'] }, viewer, councilId: leadCouncilId, draft: undefined }
  const { newKey = '' } = await saveDraft(db, saved, now)
  return { key: newKey, access: draftAccess(newKey, viewer), version: 1 }
}

/** A request, asked the way the portal asks it. */
export async function aRequest(db: Db, asked: Asked, now: Temporal.Instant): Promise<string> {
  const { access, version } = await aDraft(db, asked, now)
  const wish = aWish(asked.wish)
  const sent = { draft: { access, version }, leadCouncilId: asked.leadCouncilId, wish, viewer: asked.viewer }
  const { reference } = await submitRequest(db, aSite, sent, now)
  return reference
}
