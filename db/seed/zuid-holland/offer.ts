import type { SessionFormat, SupportOffer, Topic } from '#app/domain/catalogue/offer.ts'
import { economyTopics } from './topics-economy.ts'
import { livingTopics } from './topics-living.ts'
import { spaceTopics } from './topics-space.ts'
import { workingTogetherTopics } from './topics-working-together.ts'

/** The thirteen topics in catalogue order. */
export const topics: Topic[] = [...workingTogetherTopics, ...economyTopics, ...spaceTopics, ...livingTopics].sort(
  (one, other) => one.position - other.position,
)

/** What the letter says the province has to offer. */
export const supportOffers: SupportOffer[] = [
  {
    id: 'kennis',
    title: 'Kennis en advies',
    text: 'Deskundigen van de provincie denken mee over uw opgave.',
    link: undefined,
  },
  {
    id: 'samenwerking',
    title: 'Samenwerken',
    text: 'De provincie werkt mee aan regionale opgaven en grote projecten.',
    link: undefined,
  },
  {
    id: 'gebied',
    title: 'Hulp in uw gebied',
    text: "Steun bij programma's voor wonen, energie, vervoer en natuur.",
    link: undefined,
  },
  {
    id: 'pilots',
    title: 'Ruimte om te proberen',
    text: 'Proeven met nieuwe manieren van bouwen, gezamenlijke warmte en circulaire bedrijventerreinen.',
    link: undefined,
  },
  {
    id: 'participatie',
    title: 'Inwoners laten meedoen',
    text: 'Advies en geld om inwoners mee te laten doen en niemand buiten te sluiten.',
    link: undefined,
  },
  {
    id: 'geld',
    title: 'Geld en subsidies',
    text: 'Onder meer subsidies voor woningbouw, energie, sterk bestuur en het klimaat.',
    link: 'https://www.zuid-holland.nl/online-regelen/subsidies/subsidies/',
  },
]

/** A proposal: the letter offers to tailor and names no formats. */
export const sessionFormats: SessionFormat[] = [
  {
    id: 'basis',
    title: 'Kennismaking en wie doet wat',
    minutes: 60,
    setup: '25 minuten uitleg, 35 minuten gesprek',
    audience: 'een of meer raden',
  },
  {
    id: 'thema',
    title: 'Bijeenkomst over een onderwerp',
    minutes: 90,
    setup: '30 minuten uitleg, 60 minuten gesprek aan de hand van vragen van de raad',
    audience: 'een of meer raden',
  },
  {
    id: 'regio',
    title: 'Regioavond voor meerdere raden',
    minutes: 120,
    setup: 'plenaire start, twee rondes aan tafels, korte pauze',
    audience: 'twee of meer raden in dezelfde regio',
  },
  {
    id: 'online',
    title: 'Online vragenuur',
    minutes: 45,
    setup: '10 minuten uitleg, 35 minuten vragen',
    audience: 'een of meer raden',
  },
]
