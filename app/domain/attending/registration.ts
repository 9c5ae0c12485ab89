import type { CalendarAnswer } from '../inviting/calendar-event.ts'
import { facilities } from '../requesting/briefing-wish.ts'
import { facilityWords as requestedFacilityWords } from '../requesting/wish-words.ts'

/** Whom a participant comes for. Never a party or fractie: that is nobody's business here (GDPR art. 9). */
export const participantRoles = ['councillor', 'committeeMember', 'clerksOffice', 'executive'] as const
export type ParticipantRole = (typeof participantRoles)[number]

export const participantRoleWords: Record<ParticipantRole, string> = {
  councillor: 'Raadslid',
  committeeMember: 'Burgerlid of commissielid',
  clerksOffice: 'Griffie',
  executive: 'Burgemeester of wethouder',
}

/** What somebody may need to take part: a fixed list, so that nobody has to tell why. */
export const participantFacilities = facilities

const facilityTexts = { ...requestedFacilityWords, wheelchairPlaces: 'Een plaats voor een rolstoel' }

/** The words for a facility as it was kept; one that left the list is shown as it is. */
export function facilityWords(facility: string): string {
  const words: Record<string, string> = facilityTexts
  return words[facility] ?? facility
}

export type Place = 'seat' | 'waiting' | 'offered' | 'expired' | 'unregistered' | 'removed' | 'attended' | 'missed'

export const placeWords: Record<Place, string> = {
  seat: 'heeft een plaats',
  waiting: 'wachtlijst',
  offered: 'plaats aangeboden',
  expired: 'verlopen',
  unregistered: 'afgemeld',
  removed: 'aanmelding vervallen',
  attended: 'aanwezig',
  missed: 'niet geweest',
}

/** The words for a place. A seat whose holder said no is free for others, and hers again when she says yes while nobody took it. */
export function standingWords({ place, answer }: { place: Place; answer: CalendarAnswer }): string {
  return place === 'seat' && answer === 'no' ? 'plaats vrijgegeven' : placeWords[place]
}

/** The places of people who have a seat, are offered one or wait for one, before the evening. Leaving gives such a place up. */
export const placesToCome = ['seat', 'waiting', 'offered'] as const satisfies Place[]

/** Whoever has left no longer counts: not for the seats, not for the totals. */
export const leftPlaces = ['unregistered', 'removed', 'expired'] as const satisfies Place[]

export function hasLeft(place: Place): boolean {
  return (leftPlaces as readonly Place[]).includes(place)
}
