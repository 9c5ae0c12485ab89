import type { Topic } from '#app/domain/catalogue/offer.ts'

/** Mobility, the economy and business parks. Every line says whether it is in the letter or general knowledge. */
export const economyTopics: Topic[] = [
  {
    id: 'bereikbaarheid',
    position: 3,
    title: 'Bereikbaarheid en vervoer',
    summary: {
      source: 'letter',
      text: "Hoe komen mensen op hun werk, op school en thuis? De provincie werkt aan wegen, fietsroutes en openbaar vervoer. Ook helpt zij gemeenten met laadpalen, schone zones in de stad, vrachtvervoer en deelauto's.",
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
        text: 'Investeert in regionale wegen en snelfietsroutes. Doet mee aan onderzoeken met het Rijk. Deelt kennis over laden, zero-emissiezones, goederenvervoer en deelmobiliteit. Beperkt samen met anderen de hinder bij onderhoud (Zuid-Holland Bereikbaar).',
      },
      {
        party: 'council',
        source: 'general',
        text: 'Beslist over het verkeersbeleid, parkeren en geld voor straten en fietspaden.',
      },
      {
        party: 'municipality',
        source: 'general',
        text: 'Beheert eigen wegen, plaatst laadpalen en stelt verkeersregels vast.',
      },
      {
        party: 'waterAuthority',
        source: 'general',
        text: 'Beheert in sommige gebieden ook wegen, bijvoorbeeld in de Krimpenerwaard en op de eilanden.',
      },
      {
        party: 'state',
        source: 'general',
        text: 'Gaat over snelwegen en spoor en betaalt mee aan grote projecten (MIRT).',
      },
      {
        party: 'region',
        source: 'general',
        text: 'In de Haagse en Rotterdamse regio regelt de Metropoolregio Rotterdam Den Haag het openbaar vervoer.',
      },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Station Leiden Centraal is het belangrijkste knooppunt van openbaar vervoer in de regio. Het trekt ook nieuwe woningen en bedrijven aan. De provincie steunt de verdere ontwikkeling.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De provincie investeert in de N206, in snelfietsroutes en doet mee aan MIRT-verkenningen.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Bij onderhoud aan wegen proberen wij hinder samen te beperken, onder meer via Zuid-Holland Bereikbaar.',
      },
    ],
    questions: [
      'Welke werkzaamheden raken onze gemeente de komende jaren?',
      'Wat betekent de groei van woningen voor het verkeer?',
      'Waar kunnen wij zelf sturen?',
    ],
    supportIds: ['kennis', 'gebied', 'geld'],
  },
  {
    id: 'economie',
    position: 4,
    title: 'Economie en kennis',
    summary: {
      source: 'letter',
      text: 'Sterke bedrijven en kennisinstellingen zorgen voor werk. De provincie brengt overheid, bedrijven en onderwijs bij elkaar.',
    },
    minutesShort: 45,
    minutesStandard: 75,
    alwaysFirst: false,
    showsWaterAuthority: false,
    mayBeConfidential: false,
    roleCards: [
      {
        party: 'province',
        source: 'letter',
        text: 'Werkt met overheden, bedrijven, onderwijs en andere partners aan een sterke economie.',
      },
      { party: 'council', source: 'general', text: 'Bepaalt waar ruimte is voor bedrijven en kennis in de gemeente.' },
      {
        party: 'municipality',
        source: 'general',
        text: 'Helpt ondernemers, geeft vergunningen en maakt plannen voor werkgebieden.',
      },
      { party: 'waterAuthority', source: 'general', text: 'Let op genoeg en schoon water voor bedrijven.' },
      { party: 'state', source: 'general', text: 'Maakt landelijk economisch beleid en betaalt mee aan onderzoek.' },
      { party: 'region', source: 'general', text: 'Stemt af welke bedrijven waar passen.' },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Het Leiden Bio Science Park hoort bij de top vijf van Europa op het gebied van life sciences.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De Universiteit Leiden is een belangrijke pijler. Ook de ruimtevaartsector in Leiden en diverse internationale bedrijven bieden kansen.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Farmaceut Eli Lilly komt naar de regio. Dat lukte door samenwerking.',
      },
      { regionId: 'duin-en-bollenstreek', source: 'letter', text: 'In Noordwijk zit een sterke ruimtevaartsector.' },
      { regionId: 'duin-en-bollenstreek', source: 'letter', text: 'In Katwijk ligt Unmanned Valley.' },
    ],
    questions: [
      'Welke bedrijven en banen willen wij hier?',
      'Is er genoeg ruimte en stroom?',
      'Wat doen wij samen in de regio?',
    ],
    supportIds: ['samenwerking', 'kennis', 'geld'],
  },
  {
    id: 'bedrijventerreinen',
    position: 6,
    title: 'Bedrijventerreinen',
    summary: {
      source: 'letter',
      text: 'Als er woningen bij komen, mag de ruimte voor werk niet verdwijnen. De provincie helpt om bestaande terreinen beter te gebruiken en op te knappen.',
    },
    minutesShort: 45,
    minutesStandard: 60,
    alwaysFirst: false,
    showsWaterAuthority: false,
    mayBeConfidential: false,
    roleCards: [
      {
        party: 'province',
        source: 'letter',
        text: 'Geeft regels en geld om terreinen beter te benutten en te vernieuwen.',
      },
      { party: 'council', source: 'general', text: 'Beslist welke terreinen blijven en wat er mag komen.' },
      { party: 'municipality', source: 'general', text: 'Werkt met ondernemers aan plannen per terrein.' },
      { party: 'waterAuthority', source: 'general', text: 'Let op water en bodem op de terreinen.' },
      { party: 'state', source: 'general', text: 'Bepaalt landelijke regels voor milieu en veiligheid.' },
      { party: 'region', source: 'general', text: 'Stemt af welke terreinen waarvoor zijn.' },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Bouwen van woningen en het versterken van bedrijventerreinen gaan hier samen op, zodat er ruimte blijft voor werk.',
      },
    ],
    questions: [
      'Welke terreinen willen wij houden?',
      'Waar kan meer op dezelfde plek?',
      'Welke hulp is er voor ondernemers?',
    ],
    supportIds: ['geld', 'pilots', 'kennis'],
  },
]
