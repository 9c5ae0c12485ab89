import type { Audience, ContactFunction, Facility, Openness, VenueKind } from './briefing-wish.ts'

export const audienceWords: Record<Audience, string> = {
  council: 'Alleen onze raad',
  region: 'Alle raden in de regio',
  councils: 'Onze raad en andere raden die ik kies',
}

export const venueKindWords: Record<VenueKind, string> = {
  councilChamber: 'In onze raadzaal',
  other: 'Op een andere plek in de gemeente',
  provinceHouse: 'In het provinciehuis in Den Haag',
  online: 'Online',
}

export const opennessWords: Record<Openness, string> = {
  public: 'Openbaar',
  closed: 'Besloten, alleen voor raad en griffie',
  unknown: 'Weten wij nog niet',
}

export const contactFunctionWords: Record<ContactFunction, string> = {
  clerk: 'Griffier',
  deputyClerk: 'Plaatsvervangend griffier',
  clerksOfficeStaff: 'Griffiemedewerker',
  other: 'Anders',
}

export const facilityWords: Record<Facility, string> = {
  wheelchairPlaces: 'Plaatsen voor rolstoelen',
  hearingLoop: 'Ringleiding',
  signInterpreter: 'Gebarentolk',
  speechToText: 'Schrijftolk',
  largePrint: 'Stukken in grote letters',
}
