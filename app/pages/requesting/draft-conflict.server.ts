import { weekdayName } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import {
  audienceWords,
  contactFunctionWords,
  facilityWords,
  opennessWords,
  venueKindWords,
} from '#app/domain/requesting/wish-words.ts'
import type { DraftConflict } from '#app/forms/requesting/request-form-view.ts'
import type { Entries } from './asked-form.server.ts'
import type { Offer } from './request-offer.server.ts'

/** The questions of the form, as short as a link wants them. Of topics the title is said. */
const labels: Record<string, string> = {
  audience: 'Voor wie',
  regionId: 'Regio',
  coCouncilIds: 'Andere raden',
  formatId: 'Vorm',
  councilQuestion: 'Wat uw raad wil weten',
  expectedCouncillors: 'Aantal raadsleden',
  expectedNew: 'Aantal nieuwe raadsleden',
  expectedCommitteeMembers: 'Aantal burgerleden',
  usualEvenings: 'Vaste vergaderavonden',
  'dates[0]': 'Eerste voorkeur',
  'dates[1]': 'Tweede voorkeur',
  'dates[2]': 'Derde voorkeur',
  otherDateIsFine: 'Een andere dag',
  venueKind: 'Plek',
  venueNote: 'Plek of zaal',
  openness: 'Openbaar of besloten',
  facilities: 'Voorzieningen',
  inviteWaterAuthority: 'Waterschap',
  remarks: 'Opmerkingen',
  contactName: 'Naam',
  contactFunction: 'Functie',
  contactAddress: 'E-mailadres',
  phone: 'Telefoonnummer',
}

/** Every answer in which what was typed differs from what somebody else saved meanwhile, with the other's answer in words. */
export function compareDrafts(
  offer: Offer,
  { mine, theirs, savedBy }: { mine: Entries; theirs: Entries; savedBy: string | undefined },
): DraftConflict {
  const topicName = (name: string) => offer.topics.find(({ id }) => `order.${id}` === name)?.title
  const differences = [...Object.keys(labels), ...offer.topics.map(({ id }) => `order.${id}`)]
    .filter((name) => comparable(mine[name]) !== comparable(theirs[name]))
    .map((name) => ({
      name,
      label: labels[name] ?? topicName(name) ?? name,
      theirs: inWords(offer, name, filled(theirs[name])),
    }))
  return { savedBy, differences }
}

function filled(values: string[] | undefined): string[] {
  return (values ?? []).map((value) => value.replaceAll('\r\n', '\n').trim()).filter((value) => value !== '')
}

function comparable(values: string[] | undefined): string {
  return filled(values).sort().join('\n')
}

function inWords(offer: Offer, name: string, values: string[]): string {
  const [value] = values
  if (name === 'otherDateIsFine' || name === 'inviteWaterAuthority') return value ? 'aangekruist' : 'niet aangekruist'
  if (name.startsWith('order.')) return value ? `${value}e onderwerp` : 'niet gekozen'
  if (value === undefined) return 'niets ingevuld'
  const words: Record<string, (each: string) => string | undefined> = {
    audience: (each) => audienceWords[each as keyof typeof audienceWords],
    regionId: (each) => offer.regions.find(({ id }) => id === each)?.name,
    coCouncilIds: (each) => offer.councils.find(({ councilId }) => councilId === each)?.municipalityName,
    formatId: (each) => offer.formats.find(({ id }) => id === each)?.title,
    usualEvenings: (each) => (/^[1-5]$/.test(each) ? weekdayName(Number(each)) : undefined),
    venueKind: (each) => venueKindWords[each as keyof typeof venueKindWords],
    openness: (each) => opennessWords[each as keyof typeof opennessWords],
    facilities: (each) => facilityWords[each as keyof typeof facilityWords],
    contactFunction: (each) => contactFunctionWords[each as keyof typeof contactFunctionWords],
  }
  return joinNames(values.map((each) => words[name]?.(each) ?? each))
}
