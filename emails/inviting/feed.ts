import { councilsOf } from '#app/domain/catalogue/join-names.ts'
import { feedUid } from '#app/domain/inviting/calendar-event.ts'
import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import { mailAddresses } from '../addresses.ts'
import { composeFeed } from '../calendar.ts'
import { cleanLine } from '../calendar-clean.ts'
import type { CalendarEventInput } from '../calendar-input.ts'

/** One evening in a subscribed or downloaded calendar. */
export type PublishedEvening = {
  id: string
  title: string
  status: SessionStatus
  start: Temporal.Instant
  end: Temporal.Instant
  location: string
  accessFacts: string
  onlineUrl?: string | undefined
  explanation: string
  /** Of one that is off: everybody who had it in her calendar was told. */
  cancelReason?: string | undefined
  sequence: number
  /** DTSTAMP and LAST-MODIFIED: the same evening gives the same bytes. */
  lastChangedAt: Temporal.Instant
  programme: readonly { title: string; minutes: number }[]
  municipalities: readonly string[]
  /** Where whoever reads this calendar finds more; never a personal link, because an address of a calendar travels through other people's servers. */
  url?: string | undefined
}

/**
 * A calendar to subscribe to (RFC 5546 §3.2.1): METHOD:PUBLISH, nobody as attendee, the public mailbox as organizer. Its UIDs are made from the evening's own
 * id, not from the UID of the invitation: that one is part of how an answer is trusted, and a subscribed copy must never be taken for the invitation.
 */
export function feed(name: string, evenings: readonly PublishedEvening[], mailDomain: string): string {
  return composeFeed(
    { name },
    evenings.map((evening) => entry(evening, mailDomain)),
  )
}

const statuses: Partial<Record<SessionStatus, CalendarEventInput['status']>> = {
  option: 'TENTATIVE',
  cancelled: 'CANCELLED',
}

function entry(evening: PublishedEvening, mailDomain: string): CalendarEventInput {
  const { name = '', address } = mailAddresses(mailDomain).feedOrganizer
  return {
    uid: feedUid(evening.id, mailDomain),
    sequence: evening.sequence,
    stampedAt: evening.lastChangedAt,
    start: evening.start,
    end: evening.end,
    // One title that is no text at all may not take the whole calendar away.
    summary: `${prefixes[evening.status] ?? ''}${cleanLine(evening.title) || 'Briefing'}`,
    description: entryText(evening),
    location: evening.location || (evening.onlineUrl ? 'Online' : ''),
    onlineUrl: evening.onlineUrl ?? null,
    url: evening.url ?? null,
    organizer: { name, address },
    status: statuses[evening.status] ?? 'CONFIRMED',
  }
}

/** Not every program shows STATUS. */
const prefixes: Partial<Record<SessionStatus, string>> = { option: 'Optie: ', cancelled: 'Gaat niet door: ' }

function entryText(evening: PublishedEvening): string {
  const programme = evening.programme.map(({ title, minutes }) => `- ${title} (${minutes} minuten)`)
  return [
    evening.cancelReason ? `Gaat niet door: ${evening.cancelReason}` : '',
    evening.explanation,
    evening.municipalities.length > 0 ? `Voor ${councilsOf(evening.municipalities)}.` : '',
    programme.length > 0 ? ['Programma', ...programme].join('\n') : '',
    evening.accessFacts ? `Toegang: ${evening.accessFacts}` : '',
    evening.onlineUrl ? `Online meedoen: ${evening.onlineUrl}` : '',
    evening.url ? `Meer: ${evening.url}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}
