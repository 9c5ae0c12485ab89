import type { Topic } from '#app/domain/catalogue/offer.ts'

/** Who does what, governing together, and the help the province gives. Every line says whether it is in the letter or general knowledge. */
export const workingTogetherTopics: Topic[] = [
  {
    id: 'wie-doet-wat',
    position: 1,
    title: 'Wie doet wat?',
    summary: {
      source: 'letter',
      text: 'Gemeente, provincie, waterschap en Rijk werken aan dezelfde opgaven. Toch heeft ieder een eigen taak. In deze bijeenkomst ziet u wie waarover gaat. En waar u als raadslid invloed hebt.',
    },
    minutesShort: 45,
    minutesStandard: 60,
    alwaysFirst: true,
    showsWaterAuthority: false,
    mayBeConfidential: false,
    roleCards: [
      {
        party: 'province',
        source: 'general',
        text: 'Kiest waar in de provincie ruimte is voor wonen, werken, natuur en wegen. Zorgt voor provinciale wegen en natuur. Kijkt mee naar de begroting van gemeenten.',
      },
      {
        party: 'council',
        source: 'general',
        text: 'Stelt de doelen en regels van de gemeente vast. Beslist over het geld. Controleert het college.',
      },
      {
        party: 'municipality',
        source: 'general',
        text: 'Het college voert besluiten uit en overlegt met de buurgemeenten en de provincie.',
      },
      {
        party: 'waterAuthority',
        source: 'general',
        text: 'Zorgt voor dijken, het waterpeil en het zuiveren van afvalwater. Heeft een eigen gekozen bestuur.',
      },
      { party: 'state', source: 'general', text: 'Maakt wetten, verdeelt geld en zorgt voor snelwegen en spoor.' },
      {
        party: 'region',
        source: 'general',
        text: 'Gemeenten werken samen in regelingen. Uw raad stuurt via een zienswijze op begroting en plannen.',
      },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De provincie ziet de Leidse regio als één stedelijk gebied. Inwoners wonen en werken over gemeentegrenzen heen.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De regio werkt ook samen met de Haagse regio, met de rest van Holland Rijnland en over de provinciegrens.',
      },
    ],
    questions: [
      'Over welke besluiten gaat onze raad zelf?',
      'Waar beslist de regio of de provincie?',
      'Hoe laten wij op tijd van ons horen?',
    ],
    supportIds: ['kennis', 'samenwerking'],
  },
  {
    id: 'samenwerking-en-bestuurskracht',
    position: 2,
    title: 'Samen sterk besturen',
    summary: {
      source: 'letter',
      text: 'Veel opgaven stoppen niet bij de gemeentegrens. Daarom werken gemeenten samen. De provincie wil partner zijn en let vooral op de uitvoering.',
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
        text: "Werkt als partner samen met gemeenten en regio's en helpt het bestuur te versterken.",
      },
      {
        party: 'council',
        source: 'general',
        text: 'Bepaalt waarin de gemeente samenwerkt en controleert of dat werkt.',
      },
      { party: 'municipality', source: 'general', text: 'Maakt afspraken met buurgemeenten en voert die uit.' },
      {
        party: 'waterAuthority',
        source: 'letter',
        text: 'Maakt samen met gemeenten en provincie keuzes over de ruimte.',
      },
      {
        party: 'state',
        source: 'letter',
        text: "Wil met regio's werken aan strategische agenda's voor grote opgaven.",
      },
      { party: 'region', source: 'letter', text: 'Zorgt dat plannen samen ook echt worden uitgevoerd.' },
    ],
    regionalPoints: [
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'Op weinig ruimte gebeurt veel. Dat vraagt om duidelijke keuzes, samen gemaakt.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De eerste stappen naar meer samenwerking zijn gezet. Na de verkiezingen is daar opnieuw inzet voor nodig.',
      },
      {
        regionId: 'leidse-regio',
        source: 'letter',
        text: 'De regio heeft sterke gemeenten nodig die grote opgaven samen kunnen uitvoeren.',
      },
    ],
    questions: [
      'Wat doen wij samen en wat niet?',
      'Hebben wij genoeg mensen en geld voor onze plannen?',
      'Hoe houdt onze raad zicht op regionale besluiten?',
    ],
    supportIds: ['samenwerking', 'geld'],
  },
  {
    id: 'hulp-en-subsidies',
    position: 13,
    title: 'Hulp en subsidies van de provincie',
    summary: {
      source: 'letter',
      text: 'Wat kan de provincie voor u doen? U krijgt een overzicht van kennis, hulp, proeven, geld en advies over meedoen van inwoners.',
    },
    minutesShort: 30,
    minutesStandard: 60,
    alwaysFirst: false,
    showsWaterAuthority: false,
    mayBeConfidential: false,
    roleCards: [
      {
        party: 'province',
        source: 'letter',
        text: 'Biedt kennis, samenwerking, hulp in het gebied, ruimte voor proeven, advies over participatie en geld.',
      },
      { party: 'council', source: 'general', text: 'Beslist of de gemeente meebetaalt en controleert het resultaat.' },
      { party: 'municipality', source: 'general', text: 'Vraagt subsidie aan en voert het plan uit.' },
      { party: 'waterAuthority', source: 'general', text: 'Kan meedoen en meebetalen.' },
      { party: 'state', source: 'general', text: 'Heeft eigen regelingen naast die van de provincie.' },
      { party: 'region', source: 'general', text: 'Vraagt soms samen aan.' },
    ],
    regionalPoints: [],
    questions: [
      'Welke regelingen passen bij ons?',
      'Wat vraagt de provincie van ons terug?',
      'Wie is onze regio-accounthouder?',
    ],
    supportIds: ['kennis', 'samenwerking', 'gebied', 'pilots', 'participatie', 'geld'],
  },
]
