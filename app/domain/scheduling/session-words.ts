import { formatSessionTime } from '#app/domain/calendar-text.ts'
import type { BriefingSession } from './briefing-session.ts'
import { factsOf } from './session-change.ts'

/** A mail of an evening as staff call it before it leaves, and who gets it. */
const mailWords: Record<string, { mail: string; to: string; ofCouncils?: false }> = {
  'session-published': { mail: 'Bevestigd: de bijeenkomst staat vast', to: 'griffie' },
  'clerk-session-changed': { mail: 'Gewijzigd: wat er anders is', to: 'griffie' },
  'clerk-session-cancelled': { mail: 'Gaat niet door: de reden', to: 'griffie' },
  'evening-proposed': { mail: 'Voorstel: kies een avond', to: 'contactpersoon van de aanvraag' },
  'request-withdrawn': { mail: 'Ingetrokken: de aanvraag', to: 'contactpersoon van de aanvraag' },
  'request-declined': { mail: 'Afgewezen: de aanvraag', to: 'contactpersoon van de aanvraag' },
  'co-request-ended': { mail: 'Gaat niet door: de gezamenlijke aanvraag', to: 'griffies van de andere raden' },
  'registration-cancelled': { mail: 'Aanmelding vervallen: afzegging in de agenda', to: 'aangemelde deelnemers' },
  'option-offered': { mail: 'Optie: wij houden deze avond vast', to: 'griffie' },
  'option-changed': { mail: 'Gewijzigd: wat er anders is aan de optie', to: 'griffie' },
  'option-ended': { mail: 'Optie vervallen: afzegging in de agenda', to: 'griffie' },
  'speaker-invited': { mail: 'Kunt u spreken? Uitnodiging voor in de agenda', to: 'sprekers', ofCouncils: false },
  'speaker-changed': { mail: 'Gewijzigd of bevestigd: nieuwe uitnodiging', to: 'sprekers', ofCouncils: false },
  'speaker-cancelled': { mail: 'U hoeft niet te spreken: afzegging in de agenda', to: 'sprekers', ofCouncils: false },
  'venue-invited': { mail: 'Zaal gevraagd: uitnodiging voor in de agenda', to: 'zaal', ofCouncils: false },
  'venue-changed': { mail: 'Gewijzigd of bevestigd: nieuwe uitnodiging', to: 'zaal', ofCouncils: false },
  'venue-cancelled': { mail: 'Zaal niet meer nodig: afzegging in de agenda', to: 'zaal', ofCouncils: false },
  invitation: { mail: 'Uitnodiging voor in de agenda', to: 'aangemelde deelnemers' },
  'session-changed': { mail: 'Gewijzigd: nieuwe uitnodiging voor in de agenda', to: 'aangemelde deelnemers' },
  'waiting-list': { mail: 'Gewijzigd: de nieuwe tijd', to: 'wachtlijst' },
  'seat-passed-on': { mail: 'Gewijzigd: nu op de wachtlijst', to: 'wie eerder nee zei en nu geen plaats heeft' },
  'session-cancelled': { mail: 'Gaat niet door: afzegging in de agenda', to: 'aangemelde deelnemers' },
}

export function mailInWords(kind: string, councils: string): { mail: string; to: string } {
  const { mail, to, ofCouncils = true } = mailWords[kind] ?? { mail: 'Ander bericht', to: 'betrokkenen' }
  return { mail, to: ofCouncils && councils !== '' ? `${to} (${councils})` : to }
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
  const room = venue.address === '' ? venue.name : `${venue.name}, ${venue.address}`
  return onlineUrl === undefined ? room : `${room}, of online`
}
