import { formatDate, weekdayName } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { regionInSentence } from '#app/domain/catalogue/place.ts'
import { programmeMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import type { BriefingWish, ContactFunction } from './briefing-wish.ts'
import { contactFunctionWords, facilityWords, opennessWords, venueKindWords } from './wish-words.ts'

/** A wish with the names a reader knows. A request that is in fits as well. */
export type NamedWish = Pick<
  BriefingWish,
  | 'audience'
  | 'councilQuestion'
  | 'expectedCouncillors'
  | 'expectedNew'
  | 'expectedCommitteeMembers'
  | 'usualEvenings'
  | 'preferredDates'
  | 'otherDateIsFine'
  | 'venueKind'
  | 'venueNote'
  | 'openness'
  | 'facilities'
  | 'inviteWaterAuthority'
  | 'remarks'
> & {
  /** The one that asks first. */
  municipalityNames: readonly string[]
  regionName: string | undefined
  topics: readonly { title: string; minutes: number }[]
  format: { title: string; minutes: number }
  contact: { name: string; function: ContactFunction; address: string | undefined; phone: string | undefined }
}

/** `field` is where on the form it was answered. */
export type WishFact = { field: string; term: string; lines: string[] }

const nothing = 'niets ingevuld'

/** Everything a council asks for, in the order of the form, in words. */
export function wishFacts(wish: NamedWish): WishFact[] {
  const minutes = programmeMinutes(wish.topics)
  return [
    { field: 'audience', term: 'Voor wie', lines: [audienceLine(wish)] },
    {
      field: 'order',
      term: 'Onderwerpen',
      lines: [
        ...wish.topics.map(({ title, minutes: each }, index) => `${index + 1}. ${title} (${each} minuten)`),
        `Samen ${minutes} minuten`,
      ],
    },
    { field: 'councilQuestion', term: 'Vraag van de raad', lines: [wish.councilQuestion || nothing] },
    { field: 'formatId', term: 'Vorm', lines: [`${wish.format.title} (${wish.format.minutes} minuten)`] },
    { field: 'expectedCouncillors', term: 'Aantal deelnemers', lines: peopleLines(wish) },
    { field: 'usualEvenings', term: 'Vaste vergaderavonden', lines: [eveningsLine(wish)] },
    { field: 'dates', term: 'Voorkeur voor een datum', lines: dateLines(wish) },
    {
      field: 'venueKind',
      term: 'Plek',
      lines: [[venueLine(wish), wish.venueNote].filter(Boolean).join(': ')],
    },
    { field: 'openness', term: 'Openbaar of besloten', lines: [opennessWords[wish.openness]] },
    {
      field: 'facilities',
      term: 'Voorzieningen',
      lines: wish.facilities.length > 0 ? wish.facilities.map((each) => facilityWords[each]) : ['geen'],
    },
    { field: 'inviteWaterAuthority', term: 'Waterschap uitnodigen', lines: [wish.inviteWaterAuthority ? 'ja' : 'nee'] },
    { field: 'remarks', term: 'Opmerkingen', lines: [wish.remarks || nothing] },
    { field: 'contactName', term: 'Contactpersoon', lines: contactLines(wish.contact) },
  ]
}

function audienceLine({ audience, regionName, municipalityNames }: NamedWish): string {
  const names = joinNames(municipalityNames)
  if (municipalityNames.length === 1) return `De gemeenteraad van ${names}`
  if (audience === 'region' && regionName) return `Alle raden in ${regionInSentence(regionName)}: ${names}`
  return `De gemeenteraden van ${names}`
}

function peopleLines({ expectedCouncillors, expectedNew, expectedCommitteeMembers }: NamedWish): string[] {
  const fresh = expectedNew > 0 ? `, van wie ${expectedNew} nieuw` : ''
  return [
    `${expectedCouncillors} ${expectedCouncillors === 1 ? 'raadslid' : 'raadsleden'}${fresh}`,
    ...(expectedCommitteeMembers > 0
      ? [`${expectedCommitteeMembers} ${expectedCommitteeMembers === 1 ? 'burgerlid' : 'burgerleden'}`]
      : []),
  ]
}

/** Of the council that asks, and of no other. */
function eveningsLine({ usualEvenings, municipalityNames }: NamedWish): string {
  if (usualEvenings.length === 0) return nothing
  const days = joinNames([...usualEvenings].sort().map((day) => weekdayName(day)))
  return municipalityNames.length > 1 ? `${days} (${municipalityNames[0]})` : days
}

/** Said to every reader: "onze" is somebody else's for a council that was asked along, and for the province. */
function venueLine({ venueKind, municipalityNames }: NamedWish): string {
  return venueKind === 'councilChamber' ? `In de raadzaal van ${municipalityNames[0]}` : venueKindWords[venueKind]
}

function dateLines({ preferredDates, otherDateIsFine }: NamedWish): string[] {
  return [...preferredDates.map(formatDate), ...(otherDateIsFine ? ['Een andere dag is ook goed'] : [])]
}

function contactLines({ name, address, phone, ...rest }: NamedWish['contact']): string[] {
  return [`${name}, ${contactFunctionWords[rest.function].toLowerCase()}`, address, phone].filter(
    (line): line is string => Boolean(line),
  )
}
