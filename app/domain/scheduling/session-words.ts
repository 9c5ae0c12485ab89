import { formatSessionTime } from '#app/domain/calendar-text.ts'
import type { BriefingSession } from './briefing-session.ts'
import type { SessionFacts } from './session-change.ts'

/** A mail of an evening as staff call it before it leaves, and who gets it. */
const mailWords: Record<string, { mail: string; to: string }> = {
  'session-published': { mail: 'Bevestigd: de bijeenkomst staat vast', to: 'griffie' },
  'clerk-session-changed': { mail: 'Gewijzigd: wat er anders is', to: 'griffie' },
  'clerk-session-cancelled': { mail: 'Gaat niet door: de reden', to: 'griffie' },
  'request-withdrawn': { mail: 'Ingetrokken: de aanvraag', to: 'contactpersoon van de aanvraag' },
  'request-declined': { mail: 'Afgewezen: de aanvraag', to: 'contactpersoon van de aanvraag' },
  'co-request-ended': { mail: 'Gaat niet door: de gezamenlijke aanvraag', to: 'griffies van de andere raden' },
  'registration-cancelled': { mail: 'Aanmelding vervallen: afzegging in de agenda', to: 'aangemelde deelnemers' },
  invitation: { mail: 'Uitnodiging voor in de agenda', to: 'aangemelde deelnemers' },
  'session-changed': { mail: 'Gewijzigd: nieuwe uitnodiging voor in de agenda', to: 'aangemelde deelnemers' },
  'seat-passed-on': { mail: 'Gewijzigd: nu op de wachtlijst', to: 'wie eerder nee zei en nu geen plaats heeft' },
  'session-cancelled': { mail: 'Gaat niet door: afzegging in de agenda', to: 'aangemelde deelnemers' },
}

export function mailInWords(kind: string, councils: string): { mail: string; to: string } {
  const words = mailWords[kind] ?? { mail: 'Ander bericht', to: 'betrokkenen' }
  return { mail: words.mail, to: councils === '' ? words.to : `${words.to} (${councils})` }
}

const actionWords: Record<string, string> = {
  'briefingSession.planned': 'Gepland',
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
export function differencesInWords(before: SessionFacts, after: SessionFacts): OldAndNew[] {
  const programme = (facts: SessionFacts) =>
    facts.programme.map(({ title, minutes }) => `${title} (${minutes} min.)`).join(', ')
  const rows: OldAndNew[] = [
    {
      what: 'Tijd',
      was: formatSessionTime(before.start, before.end),
      becomes: formatSessionTime(after.start, after.end),
    },
    { what: 'Zaal', was: before.location, becomes: after.location },
    { what: 'Online link', was: before.onlineUrl ?? '', becomes: after.onlineUrl ?? '' },
    { what: 'Titel', was: before.title, becomes: after.title },
    { what: 'Programma', was: programme(before), becomes: programme(after) },
    {
      what: 'Sprekers',
      was: before.speakerNames.toSorted().join(', '),
      becomes: after.speakerNames.toSorted().join(', '),
    },
    { what: 'Toelichting', was: before.explanation, becomes: after.explanation },
  ]
  return rows
    .filter(({ was, becomes }) => was !== becomes)
    .map(({ what, was, becomes }) => ({ what, was: was || 'geen', becomes: becomes || 'geen' }))
}

/** Where an evening is, in words: room and address, and whether one can take part online. */
export function placeInWords({ venue, onlineUrl }: Pick<BriefingSession, 'venue' | 'onlineUrl'>): string {
  if (venue === undefined) return onlineUrl === undefined ? 'nog geen plaats' : 'online'
  const room = venue.address === '' ? venue.name : `${venue.name}, ${venue.address}`
  return onlineUrl === undefined ? room : `${room}, of online`
}

const doneWords: Record<string, string> = {
  gepland: 'Het concept is opgeslagen. Zaal en sprekers zijn bezet.',
  gepubliceerd: 'De bijeenkomst is gepubliceerd. De griffies krijgen bericht.',
  gewijzigd: 'De wijziging is opgeslagen.',
  geannuleerd: 'De bijeenkomst is geannuleerd. Zaal en sprekers zijn weer vrij.',
}

/** What was just done, as the address says it; undefined for anything else. */
export function doneInWords(word: string | null): string | undefined {
  return word === null ? undefined : doneWords[word]
}
