import type { Partstat } from '#app/domain/inviting/calendar-event.ts'

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

export type CalendarEventInput = {
  uid: string
  sequence: number
  /** DTSTAMP: strictly rising per evening and person, see stampAfter. */
  stampedAt: Temporal.Instant
  start: Temporal.Instant
  end: Temporal.Instant
  summary: string
  description: string
  location: string
  geo?: { latitude: number; longitude: number } | null
  onlineUrl?: string | null
  organizer: { name: string; address: string }
  attendee?: CalendarAttendee | null
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  comment?: string | null
  url?: string | null
}

export type CalendarAttendee = {
  name: string
  address: string
  partstat: Partstat
  role?: 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT'
  cutype?: 'INDIVIDUAL' | 'ROOM'
}

export type CalendarObjectInput = CalendarEventInput & { method: CalendarMethod }

/** What a subscribed calendar is called and how often it may come back. */
export type FeedHead = { name: string }
