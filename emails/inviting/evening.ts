import { dateInAmsterdam, formatDate, formatSessionTime } from '#app/domain/calendar-text.ts'
import { type CalendarAnswer, partstatOf } from '#app/domain/inviting/calendar-event.ts'
import { type Block, facts, heading, list } from '../blocks.ts'
import type { CalendarObjectInput } from '../calendar-input.ts'
import type { Dossier } from '../compose-mail.ts'
import type { Mailbox } from '../message.ts'

/** One briefing session, as a participant needs to know it. */
export type Evening = Dossier & {
  uid: string
  title: string
  start: Temporal.Instant
  end: Temporal.Instant
  /** Room and address on one line; empty for an evening that is only online. */
  location: string
  /** How to get in: entrance, lift, hearing loop. */
  accessFacts?: string
  geo?: { latitude: number; longitude: number } | null
  onlineUrl?: string | null
  programme: readonly { title: string; minutes: number; speakers?: readonly string[] }[]
  /** Why this concerns the participant's own municipality. */
  whyItConcerns: string
}

/** The one person this mail goes to. */
export type Invitee = {
  name: string
  address: string
  /** The personal reply address: Reply-To and ORGANIZER. */
  organizer: Mailbox
  answer: CalendarAnswer
  links: { page: string; yes: string; maybe: string; no: string; data: string }
}

export type EventStamp = { sequence: number; stampedAt: Temporal.Instant }

/** Of an evening that never changes: a thousand people get the mails about it, and telling its time costs as much as the rest of a mail. */
const factsOf = new WeakMap<Evening, Block>()

export function eveningFacts(evening: Evening): Block {
  const known = factsOf.get(evening)
  if (known) return known
  const block = facts([
    { label: 'Wanneer', value: formatSessionTime(evening.start, evening.end) },
    { label: 'Waar', value: placeInWords(evening) },
    { label: 'Toegang', value: evening.accessFacts ?? '' },
  ])
  factsOf.set(evening, block)
  return block
}

const dateOf = new WeakMap<Evening, string>()

/** "dinsdag 12 januari 2027", told once for an evening, as its facts are. */
export function eveningDate(evening: Evening): string {
  const date = dateOf.get(evening) ?? formatDate(dateInAmsterdam(evening.start))
  dateOf.set(evening, date)
  return date
}

export function placeInWords({ location, onlineUrl }: Pick<Evening, 'location' | 'onlineUrl'>): string {
  if (!location) return onlineUrl ? 'online' : 'hoort u nog'
  return onlineUrl ? `${location}, of online` : location
}

export function programmeBlocks(evening: Evening): Block[] {
  if (evening.programme.length === 0) return []
  return [heading('Programma'), list(evening.programme.map(programmeLine))]
}

function programmeLine({ title, minutes, speakers = [] }: Evening['programme'][number]): string {
  const by = speakers.length > 0 ? `, met ${speakers.join(' en ')}` : ''
  return `${title} (${minutes} minuten)${by}`
}

export function answerChoices(question: string, { links }: Invitee): Block {
  const choices = [
    { label: 'Ja, ik kom', url: links.yes },
    { label: 'Misschien', url: links.maybe },
    { label: 'Nee, ik kom niet', url: links.no },
  ]
  return { block: 'choices', question, links: choices }
}

/** The entry of this evening in the calendar of this one person. */
export function calendarEntry(
  method: 'REQUEST' | 'CANCEL',
  evening: Evening,
  invitee: Invitee,
  { sequence, stampedAt }: EventStamp,
  comment?: string,
): CalendarObjectInput {
  return {
    method,
    uid: evening.uid,
    sequence,
    stampedAt,
    start: evening.start,
    end: evening.end,
    summary: evening.title,
    description: entryText(evening, invitee),
    location: evening.location || (evening.onlineUrl ? 'Online' : ''),
    geo: evening.geo ?? null,
    onlineUrl: evening.onlineUrl ?? null,
    url: invitee.links.page,
    organizer: { name: invitee.organizer.name ?? '', address: invitee.organizer.address },
    attendee: { name: invitee.name, address: invitee.address, partstat: partstatOf(invitee.answer) },
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    comment: comment ?? null,
  }
}

function entryText(evening: Evening, { links }: Invitee): string {
  const programme = evening.programme.map(programmeLine).map((line) => `- ${line}`)
  return [
    evening.whyItConcerns,
    programme.length > 0 ? ['Programma', ...programme].join('\n') : '',
    evening.accessFacts ? `Toegang: ${evening.accessFacts}` : '',
    evening.onlineUrl ? `Online meedoen: ${evening.onlineUrl}` : '',
    `Bekijk de bijeenkomst of wijzig uw antwoord: ${links.page}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}
