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

/** A mail of an evening as staff call it before it leaves, and who gets it. */
const mailWords: Record<string, Reader & { mail: string; toWithoutEntry?: string }> = {
  'session-published': { mail: 'Bevestigd: de bijeenkomst staat vast', ...clerks },
  'clerk-session-changed': { mail: 'Gewijzigd: wat er anders is', ...clerks },
  'clerk-session-cancelled': { mail: 'Gaat niet door: de reden', ...clerks },
  'request-accepted': { mail: 'Aangenomen: uw aanvraag', ...contact },
  'evening-proposed': { mail: 'Voorstel: kies een avond', ...contact },
  'request-withdrawn': { mail: 'Ingetrokken: de aanvraag', ...contact },
  'request-declined': { mail: 'Afgewezen: de aanvraag', ...contact },
  'co-request-ended': { mail: 'Gaat niet door: de gezamenlijke aanvraag', to: 'griffies van de andere raden' },
  'registration-cancelled': { mail: 'Aanmelding vervallen', ...participants },
  'option-offered': { mail: 'Optie: wij houden deze avond vast', ...clerks },
  'option-changed': { mail: 'Gewijzigd: wat er anders is aan de optie', ...clerks },
  'option-ended': { mail: 'Optie vervallen', ...clerks },
  'speaker-invited': { mail: 'Kunt u spreken?', ...speakers },
  'speaker-changed': { mail: 'Gewijzigd of bevestigd', ...speakers },
  'speaker-cancelled': { mail: 'U hoeft niet te spreken', ...speakers },
  'venue-invited': { mail: 'Zaal gevraagd', ...venue },
  'venue-changed': { mail: 'Gewijzigd of bevestigd', ...venue },
  'venue-cancelled': { mail: 'Zaal niet meer nodig', ...venue },
  invitation: { mail: 'U hebt nu een plaats', ...participants, to: 'wie van de wachtlijst een plaats krijgt' },
  'session-changed': { mail: 'Gewijzigd: tijd, plaats of tekst', ...participants },
  'waiting-list': { mail: 'Gewijzigd: de nieuwe tijd', ...participants, to: 'wachtlijst' },
  'seat-passed-on': {
    mail: 'Gewijzigd: nu op de wachtlijst',
    ...participants,
    to: 'wie eerder nee zei en nu geen plaats heeft',
  },
  'session-cancelled': {
    mail: 'Gaat niet door',
    ...participants,
    toWithoutEntry: 'wachtlijst, en wie nog geen uitnodiging kreeg',
  },
}

export const kindsToClerks = Object.keys(mailWords).filter((kind) => mailWords[kind]?.ofCouncils === 'clerks')

type OfCouncils = {
  /** Municipalities whose clerks get mail. */
  clerks: readonly string[]
  /** Municipalities whose councillors take part. */
  participants: readonly string[]
}

export function mailInWords(
  { kind, calendar }: { kind: string; calendar: InCalendar },
  councils?: OfCouncils,
): { mail: string; to: string } {
  const words = mailWords[kind] ?? { mail: 'Ander bericht', to: 'betrokkenen' }
  const to = (calendar === 'none' && words.toWithoutEntry) || words.to
  const names = words.ofCouncils && councils ? joinNames(councils[words.ofCouncils]) : ''
  return { mail: words.mail, to: names === '' ? to : `${to} (${names})` }
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
