import type { RequestStatus } from '../requesting/status.ts'

export type SessionStatus = 'draft' | 'option' | 'published' | 'changed' | 'cancelled' | 'held'

export type Venue = {
  id: string
  name: string
  address: string
  municipalityId: string | undefined
  /** Seats; undefined when nobody counted them. */
  capacity: number | undefined
  /** How people with a disability get in and find their way; may be empty. */
  accessFacts: string
  active: boolean
  version: number
}

export type ProgrammeItem = { position: number; title: string; minutes: number; topicId: string | undefined }

export type SessionSpeaker = { speakerId: string; name: string; organisation: string }

export type SessionCouncil = {
  councilId: string
  municipalityId: string
  municipalityName: string
  municipalitySlug: string
  /** The secret part of the link that the clerk sends on: /bijeenkomst/<linkToken>. */
  linkToken: string
  quota: number | undefined
  /** ISO weekdays (1 is Monday) on which it usually meets. */
  usualEvenings: number[]
}

export type SessionRequest = { briefingRequestId: string; reference: string; status: RequestStatus }

/** One evening, whole. `calendarUid` is its name in every calendar, for life. */
export type BriefingSession = {
  id: string
  calendarUid: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  venue: Venue | undefined
  onlineUrl: string | undefined
  dosNumber: string | undefined
  capacity: number | undefined
  isPublic: boolean
  explanation: string
  /** RFC 5546 §2.1.4. */
  sequence: number
  /** The SEQUENCE of the last change after which everybody is asked again. */
  rsvpEpoch: number
  cancelReason: string | undefined
  version: number
  /** Until when an option holds its slot; undefined for anything that is no option. */
  optionExpiresAt: Temporal.Instant | undefined
  programme: ProgrammeItem[]
  speakers: SessionSpeaker[]
  councils: SessionCouncil[]
  requests: SessionRequest[]
}

export const sessionStatusTexts: Record<SessionStatus, string> = {
  draft: 'concept',
  option: 'optie',
  published: 'gepubliceerd',
  changed: 'gewijzigd',
  cancelled: 'geannuleerd',
  held: 'geweest',
}

/** People know of it and count on it: every change from here on is told. */
export function isAnnounced(status: SessionStatus): boolean {
  return status === 'published' || status === 'changed'
}

/** It stands in somebody's calendar: firm, or as an option with its holders, speakers and room. */
export function isInCalendars(status: SessionStatus): boolean {
  return status === 'option' || isAnnounced(status)
}

/** Where it is in one line, as a calendar shows it: room and address. Empty for an evening that is only online. */
export function locationLine(venue: Pick<Venue, 'name' | 'address'> | undefined): string {
  if (venue === undefined) return ''
  return venue.address === '' ? venue.name : `${venue.name}, ${venue.address}`
}
