import { link, paragraph } from '../blocks.ts'
import type { CalendarObjectInput } from '../calendar-input.ts'
import { calendarEntry, type Evening, type EventStamp, type Invitee } from './evening.ts'

/** An evening as somebody has it in a calendar who is no participant: a speaker, a room, a clerk who holds it as an option. */
export type Engaged = {
  evening: Evening
  invitee: Invitee
  stamp: EventStamp
  /** The municipalities whose councils come. */
  councils: readonly string[]
  /** Not firm yet. */
  isOption: boolean
}

type EntryFacts = {
  /** What this person needs to know, in a line each. */
  lines: readonly string[]
  cutype?: 'INDIVIDUAL' | 'ROOM'
  comment?: string
}

/** The entry in this one calendar. An option says so in its name too: not every calendar shows STATUS. */
export function engagedEntry(
  method: 'REQUEST' | 'CANCEL',
  { evening, invitee, stamp, isOption }: Engaged,
  { lines, cutype = 'INDIVIDUAL', comment }: EntryFacts,
): CalendarObjectInput {
  const asked: Invitee = method === 'CANCEL' ? { ...invitee, answer: 'none' } : invitee
  const entry = calendarEntry(method, evening, asked, stamp, comment)
  const isTentative = method === 'REQUEST' && isOption
  return {
    ...entry,
    summary: isOption ? `Optie: ${evening.title}` : evening.title,
    description: [...lines, `Bekijk de afspraak of wijzig uw antwoord: ${invitee.links.page}`].join('\n\n'),
    ...(entry.attendee && { attendee: { ...entry.attendee, cutype } }),
    status: isTentative ? 'TENTATIVE' : entry.status,
  }
}

export const answerInCalendar = paragraph(
  'U kunt ook antwoorden met de knoppen die uw mail of agenda bij deze uitnodiging laat zien.',
)

/** Nobody needs an address for it: an answer to this mail comes to people. */
export const askUs = paragraph(
  'Hebt u een vraag? Beantwoord deze mail. Een medewerker van de provincie leest uw bericht.',
)

export function yourPage({ links }: Invitee) {
  return link('Alles over deze afspraak staat op', 'uw eigen pagina', links.page)
}

export const entryStays = paragraph('U bent zelf ook aangemeld. Daarom blijft de afspraak in uw agenda.')

export const calendarRemovesIt = paragraph(
  'Uw agenda haalt de afspraak weg. Staat die er morgen nog? Verwijder die dan zelf.',
)
