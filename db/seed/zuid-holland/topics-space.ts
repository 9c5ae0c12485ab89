import type { Topic } from '#app/domain/catalogue/offer.ts'

/** Housing and the choices about space. Every line says whether it is in the letter or general knowledge. */
export const spaceTopics: Topic[] = [
  {
    id: 'wonen',
    position: 5,
    title: 'Wonen',
    summary: {
      source: 'letter',
      text: 'Iedereen moet een passende en betaalbare woning kunnen vinden. De provincie wil samen met gemeenten sneller bouwen. Daarbij moet veel op orde zijn: stroom, geld voor corporaties, en oplossingen voor stikstof en geluid.',
    },
    minutesShort: 60,
    minutesStandard: 90,
    alwaysFirst: false,
    showsWaterAuthority: false,
    mayBeConfidential: false,
    roleCards: [
      {
        party: 'province',
        source: 'general',
        text: 'Maakt met gemeenten en Rijk afspraken over aantallen en betaalbaarheid en let op de juiste plek.',
      },
      {
        party: 'council',
        source: 'general',
        text: 'Stelt vast hoeveel, waar en voor wie er gebouwd wordt en stelt het omgevingsplan vast.',
      },
      {
        party: 'municipality',
        source: 'general',
        text: 'Maakt plannen met bouwers en corporaties en verleent vergunningen.',
      },
      { party: 'waterAuthority', source: 'general', text: 'Adviseert of water en bodem de plannen aankunnen.' },
      {
        party: 'state',
        source: 'general',
        text: 'Maakt de wetten, geeft geld en beslist over landelijke regels voor stikstof en geluid.',
      },
      { party: 'region', source: 'letter', text: 'Verdeelt woonruimte evenwichtig over de gemeenten.' },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De zone van Valkenhorst tot de binnenstad van Leiden levert veel nieuwe woningen voor regio en provincie.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Eerst moet veel op orde zijn. Denk aan het stroomnet, geld voor corporaties en oplossingen voor stikstof en geluid.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Er is aandacht nodig voor passende woningen op de juiste plek, met genoeg sociale huur en goede bereikbaarheid.',
      },
      {
        regionId: 'duin-en-bollenstreek',
        source: 'letter',
        text: 'Valkenhorst ligt in de zone waar veel nieuwe woningen komen, van Valkenhorst tot de Leidse binnenstad.',
      },
    ],
    questions: [
      'Hoeveel sociale woningen bouwen wij?',
      'Wat houdt bouwen nu tegen?',
      'Hoe verdelen wij woningen eerlijk in de regio?',
    ],
    supportIds: ['gebied', 'pilots', 'geld'],
  },
  {
    id: 'ruimte-en-verstedelijking',
    position: 7,
    title: 'Keuzes over de ruimte',
    summary: {
      source: 'letter',
      text: 'Woningen, werk, natuur, water en wegen vragen allemaal ruimte. Gemeenten, waterschappen en provincie maken samen een afweging. Die keuzes komen in het beleid voor de leefomgeving.',
    },
    minutesShort: 45,
    minutesStandard: 90,
    alwaysFirst: false,
    showsWaterAuthority: false,
    mayBeConfidential: false,
    roleCards: [
      {
        party: 'province',
        source: 'letter',
        text: 'Maakt met gemeenten en waterschappen plannen per gebied en legt keuzes vast in omgevingsbeleid. Zit in de bestuurlijke overleggen ruimtelijke ordening.',
      },
      {
        party: 'council',
        source: 'general',
        text: 'Stelt de omgevingsvisie en het omgevingsplan van de gemeente vast.',
      },
      {
        party: 'municipality',
        source: 'general',
        text: 'Werkt plannen uit en overlegt met buren, provincie en waterschap.',
      },
      { party: 'waterAuthority', source: 'letter', text: 'Werkt mee aan de afweging tussen functies in een gebied.' },
      {
        party: 'state',
        source: 'general',
        text: 'Werkt in NOVEX-gebieden met provincies en gemeenten aan één plan en één investeringsagenda.',
      },
      { party: 'region', source: 'letter', text: 'Werkt mee aan een toekomstbeeld en een agenda met investeringen.' },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De Leidse regio doet mee aan NOVEX Zuidelijke Randstad. Daarin maken wij samen een toekomstbeeld en een regionale agenda met investeringen. Dat werk loopt nog.',
      },
    ],
    questions: [
      'Welke keuzes liggen al vast?',
      'Wanneer is onze raad aan zet?',
      'Wat betekent NOVEX voor onze gemeente?',
    ],
    supportIds: ['kennis', 'samenwerking', 'gebied'],
  },
]
