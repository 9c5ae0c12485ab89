import type { Site } from '../site.ts'

/** What a subscribed calendar is about, and who holds its address. A speaker's is kept by staff, because speakers do not sign in. */
export type FeedSubject =
  | { kind: 'person'; personId: string }
  | { kind: 'council'; personId: string; councilId: string }
  | { kind: 'region'; personId: string; regionId: string }
  | { kind: 'speaker'; speakerId: string }

/** Only the holder sees the address, makes it new or ends it. */
export type FeedHolder = { personId: string } | { speakerId: string }

export type CalendarFeed = {
  id: string
  subject: FeedSubject
  /** Raised by every new address: the older ones are dead. */
  version: number
  /** Whose it is, as people call it: a municipality, a region, a speaker. Empty for somebody's own evenings. */
  of: string
  openedAt: Temporal.Instant
}

/** A calendar shows what is near. Cancelled evenings stay a while, so that every program has seen that they are off. */
export const feedWindow = { daysBack: 30, daysAhead: 400, cancelledDays: 30, mostEvenings: 500 } as const

/** An evening that is not firm is known to staff and to the councils' own clerks. */
export function showsOptions({ kind }: FeedSubject): boolean {
  return kind === 'council' || kind === 'region'
}

/** What the calendar is called in the list of a calendar program. */
export function feedName({ subject, of }: Pick<CalendarFeed, 'subject' | 'of'>): string {
  if (subject.kind === 'person') return 'Briefings van de provincie'
  return subject.kind === 'speaker' ? `Briefings met ${of}` : `Briefings ${of}`
}

/** The address to paste, and the same for programs that open a subscription by themselves. */
export function feedAddresses({ baseUrl }: Pick<Site, 'baseUrl'>, token: string): { plain: string; webcal: string } {
  const plain = `${baseUrl}/agenda/${token}.ics`
  return { plain, webcal: plain.replace(/^https?:/, 'webcal:') }
}
