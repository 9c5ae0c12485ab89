import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { type BriefingSession, locationLine } from './briefing-session.ts'
import { factsOf } from './session-change.ts'

/** What a mail does in the calendar of whoever gets it: METHOD:REQUEST, METHOD:CANCEL, or it has no entry with it. */
export type InCalendar = 'request' | 'cancel' | 'none'

export const calendarWords: Record<InCalendar, string> = { request: 'uitnodiging', cancel: 'afzegging', none: 'niets' }

/** Of an evening's own councils, with their names; or somebody else. */
type Reader = { to: string; ofCouncils?: 'clerks' | 'participants' }

const clerks: Reader = { to: 'griffie', ofCouncils: 'clerks' }
const contact: Reader = { to: 'contactpersoon van de aanvraag' }
const speakers: Reader = { to: 'sprekers' }
const venue: Reader = { to: 'zaal' }
const participants: Reader = { to: 'aangemelde deelnemers', ofCouncils: 'participants' }

/** Who gets a mail that a step of staff sends. */
const readers: Record<string, Reader & { toWithoutEntry?: string }> = {
  'session-published': clerks,
  'clerk-session-changed': clerks,
  'clerk-session-cancelled': clerks,
  'request-accepted': contact,
  'question-asked': contact,
  'evening-proposed': contact,
  'request-withdrawn': contact,
  'request-declined': contact,
  'co-request-ended': { to: 'griffies van de andere raden' },
  'registration-cancelled': participants,
  'option-offered': clerks,
  'option-changed': clerks,
  'option-ended': clerks,
  'speaker-invited': speakers,
  'speaker-changed': speakers,
  'speaker-cancelled': speakers,
  'venue-invited': venue,
  'venue-changed': venue,
  'venue-cancelled': venue,
  invitation: { ...participants, to: 'wie van de wachtlijst een plaats krijgt' },
  'session-changed': participants,
  'waiting-list': { ...participants, to: 'wachtlijst' },
  'seat-passed-on': { ...participants, to: 'wie eerder nee zei en nu geen plaats heeft' },
  'session-cancelled': { ...participants, toWithoutEntry: 'wachtlijst, en wie nog geen uitnodiging kreeg' },
}

export const kindsToClerks = Object.keys(readers).filter((kind) => readers[kind]?.ofCouncils === 'clerks')

type OfCouncils = {
  /** Municipalities whose clerks get mail. */
  clerks: readonly string[]
  /** Municipalities whose councillors take part. */
  participants: readonly string[]
}

export function readersInWords(
  { kind, calendar }: { kind: string; calendar: InCalendar },
  councils?: OfCouncils,
): string {
  const words = readers[kind] ?? { to: 'betrokkenen' }
  const to = (calendar === 'none' && words.toWithoutEntry) || words.to
  const names = words.ofCouncils && councils ? joinNames(councils[words.ofCouncils]) : ''
  return names === '' ? to : `${to} (${names})`
}

const actionWords: Record<string, string> = {
  'briefingSession.planned': 'Gepland',
  'briefingSession.optioned': 'Als optie aangeboden',
  'briefingSession.optionExtended': 'Optie tot een ander moment',
  'briefingSession.optionLapsed': 'Optie vervallen, weer concept',
  'briefingSession.bookedInvited': 'Sprekers en zaal uitgenodigd',
  'briefingSession.published': 'Gepubliceerd',
  'briefingSession.moved': 'Verplaatst naar een andere tijd',
  'briefingSession.placeChanged': 'Zaal of link gewijzigd',
  'briefingSession.edited': 'Gegevens gewijzigd',
  'briefingSession.cancelled': 'Geannuleerd',
  'briefingSession.seatsPassedOn': 'Wie eerder nee zei, staat op de wachtlijst',
  'briefingSession.councilLeft': 'Een raad doet niet meer mee',
  'briefingSession.reminded': 'Wie nog niet reageerde is herinnerd',
}

export function eventInWords(action: string): string {
  return actionWords[action] ?? 'Bijgewerkt'
}

export type OldAndNew = { what: string; was: string; becomes: string }

/** Every difference in words, the gravest first. */
export function differencesInWords(before: BriefingSession, after: BriefingSession): OldAndNew[] {
  const [was, becomes] = [factsInWords(before), factsInWords(after)]
  return Object.keys(was)
    .filter((what) => was[what] !== becomes[what])
    .map((what) => ({ what, was: was[what] || 'geen', becomes: becomes[what] || 'geen' }))
}

function factsInWords(session: BriefingSession): Record<string, string> {
  const { start, end, location, onlineUrl, title, programme, speakerNames, explanation } = factsOf(session)
  const seats = session.capacity ?? session.venue?.capacity
  return {
    Tijd: formatSessionTime(start, end),
    Zaal: location,
    'Online link': onlineUrl ?? '',
    Plaatsen: seats === undefined ? 'geen maximum' : String(seats),
    Titel: title,
    Programma: programme.map((block) => `${block.title} (${block.minutes} min.)`).join(', '),
    Sprekers: speakerNames.toSorted().join(', '),
    Toelichting: explanation,
    'Voor wie': session.isPublic ? 'openbaar' : 'besloten',
    'DOS-nummer': session.dosNumber ?? '',
  }
}

/** Where an evening is, in words: room and address, and whether one can take part online. */
export function placeInWords({ venue, onlineUrl }: Pick<BriefingSession, 'venue' | 'onlineUrl'>): string {
  if (venue === undefined) return onlineUrl === undefined ? 'nog geen plaats' : 'online'
  return onlineUrl === undefined ? locationLine(venue) : `${locationLine(venue)}, of online`
}
