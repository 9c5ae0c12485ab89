import type { AskedFor, Audience, ContactFunction } from './briefing-wish.ts'
import type { Proposal } from './proposal.ts'
import type { RequestStatus } from './status.ts'

export type CouncilState = 'invited' | 'joined' | 'declined'

export type RequestingCouncil = {
  councilId: string
  municipalityName: string
  municipalitySlug: string
  isLead: boolean
  state: CouncilState
  answeredAt: Temporal.Instant | undefined
  /** What its clerk wrote beside the answer; for the council that asked and for staff. */
  remark: string
}

export type Clarification = {
  id: string
  question: string
  askedBy: { personId: string; name: string }
  answer: string | undefined
  answeredAt: Temporal.Instant | undefined
  /** Where the request goes back to once it is answered. */
  statusBefore: RequestStatus
}

/** A council's request with everything that belongs to it. */
export type BriefingRequest = AskedFor & {
  id: string
  reference: string
  status: RequestStatus
  audience: Audience
  regionId: string | undefined
  regionName: string | undefined
  dosNumber: string | undefined
  format: { id: string; title: string; minutes: number }
  contact: { name: string; function: ContactFunction; phone: string | undefined; address: string | undefined }
  unknownMailDomain: boolean
  submittedBy: string | undefined
  handledBy: { personId: string; name: string } | undefined
  declineReason: string | undefined
  declineAlternative: string | undefined
  /** The last day on which the other councils are waited for. */
  coRequestersUntil: Temporal.PlainDate | undefined
  version: number
  submittedAt: Temporal.Instant | undefined
  waitingSince: Temporal.Instant
  /** The lead council first. */
  councils: RequestingCouncil[]
  topics: { topicId: string; title: string; minutes: number }[]
  clarifications: Clarification[]
  /** Oldest first. */
  proposals: Proposal[]
}

/** What a first mail about a request says and to whom it goes. All but the number is known before the request is written. */
export type RequestToAnnounce = Pick<
  BriefingRequest,
  | 'id'
  | 'reference'
  | 'status'
  | 'regionId'
  | 'dosNumber'
  | 'councilQuestion'
  | 'preferredDates'
  | 'contact'
  | 'unknownMailDomain'
  | 'submittedBy'
  | 'coRequestersUntil'
  | 'councils'
  | 'topics'
>

/** @throws when there is none: the database allows one lead council per request, and every request is made with one */
export function leadCouncil(briefingRequest: Pick<BriefingRequest, 'councils'>): RequestingCouncil {
  const lead = briefingRequest.councils.find((council) => council.isLead)
  if (!lead) throw new Error('A request without a lead council')
  return lead
}

/** Councils that were asked along and have not said yes or no: silence is neither. */
export function silentCouncils(briefingRequest: Pick<BriefingRequest, 'councils'>): RequestingCouncil[] {
  return briefingRequest.councils.filter(({ isLead, state }) => !isLead && state === 'invited')
}

/** Councils that take part as things stand. Silence is no yes: who is still waited for counts until then, and not any more. */
export function councilsInIt({ status, councils }: Pick<BriefingRequest, 'status' | 'councils'>): RequestingCouncil[] {
  const areWaitedFor = status === 'awaitingMailbox' || status === 'awaitingCoRequesters'
  return councils.filter(({ isLead, state }) => isLead || state === 'joined' || (areWaitedFor && state === 'invited'))
}

export function openClarification(briefingRequest: Pick<BriefingRequest, 'clarifications'>): Clarification | undefined {
  return briefingRequest.clarifications.find(({ answeredAt }) => answeredAt === undefined)
}
