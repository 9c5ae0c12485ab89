import type { BriefingSessionTable } from '../../schema.ts'

export type DemoSession = {
  key: string
  status: BriefingSessionTable['status']
  title: string
  requestKeys: string[]
  councils: string[]
  /** Weeks from now; `movedFromWeeks` is where it was before it was moved. */
  weeks: number
  movedFromWeeks?: number
  programme: { title: string; minutes: number; topicId?: string }[]
  venueKey?: string
  onlineUrl?: string
  speakerKeys: string[]
  capacity?: number
  isPublic?: boolean
  explanation?: string
  cancelReason?: string
  publishedDaysAgo?: number
}

export const demoVenues: { key: string; name: string; municipality: string; mailbox?: string }[] = [
  { key: 'chamberLeiderdorp', name: 'Raadzaal Leiderdorp', municipality: 'leiderdorp' },
  { key: 'chamberOegstgeest', name: 'Raadzaal Oegstgeest', municipality: 'oegstgeest' },
  {
    key: 'chamberLeiden',
    name: 'Raadzaal Leiden',
    municipality: 'leiden',
    mailbox: 'raadzaal@zaalverhuur.example',
  },
  { key: 'provinceHouse', name: 'Provinciehuis', municipality: 'den-haag' },
]

export const demoSpeakers = [
  {
    key: 'governing',
    name: 'Demo Spreker Bestuur',
    address: 'spreker.bestuur@provincie.example',
    topicIds: ['wie-doet-wat', 'samenwerking-en-bestuurskracht', 'hulp-en-subsidies'],
  },
  {
    key: 'housing',
    name: 'Demo Spreker Wonen',
    address: 'spreker.wonen@provincie.example',
    topicIds: ['wonen', 'ruimte-en-verstedelijking', 'bedrijventerreinen'],
  },
  {
    key: 'mobility',
    name: 'Demo Spreker Vervoer',
    address: 'spreker.vervoer@provincie.example',
    topicIds: ['bereikbaarheid', 'economie'],
  },
  {
    key: 'water',
    name: 'Demo Spreker Water',
    address: 'spreker.water@provincie.example',
    topicIds: ['water-klimaat-natuur', 'energie-en-warmte', 'dorpen-en-kernen'],
  },
  {
    key: 'safety',
    name: 'Demo Spreker Veiligheid',
    address: 'spreker.veiligheid@provincie.example',
    topicIds: ['veiligheid-en-ondermijning', 'digitalisering'],
  },
]

const welcome = { title: 'Welkom', minutes: 10 }
const conversation = { title: 'Gesprek en afronding', minutes: 20 }

/** One evening in every status. */
export const demoSessions: DemoSession[] = [
  {
    key: 'introduction',
    status: 'held',
    title: 'Kennismaking: wie doet wat?',
    requestKeys: ['introduction'],
    councils: ['leiderdorp'],
    weeks: -10,
    programme: [{ title: 'Wie doet wat?', minutes: 60, topicId: 'wie-doet-wat' }],
    venueKey: 'chamberLeiderdorp',
    speakerKeys: ['governing'],
    publishedDaysAgo: 82,
  },
  {
    key: 'housing',
    status: 'held',
    title: 'Wonen in Oegstgeest en Leiderdorp',
    requestKeys: ['neighbours'],
    councils: ['oegstgeest', 'leiderdorp'],
    weeks: -3,
    programme: [welcome, { title: 'Wonen', minutes: 60, topicId: 'wonen' }, conversation],
    venueKey: 'chamberOegstgeest',
    speakerKeys: ['housing'],
    publishedDaysAgo: 60,
  },
  {
    key: 'regional',
    status: 'published',
    title: 'Regioavond Leidse regio',
    requestKeys: ['regional', 'bundled'],
    councils: ['leiden', 'leiderdorp', 'oegstgeest', 'voorschoten'],
    weeks: 5,
    programme: [
      welcome,
      { title: 'Samen sterk besturen', minutes: 30, topicId: 'samenwerking-en-bestuurskracht' },
      { title: 'Wonen', minutes: 30, topicId: 'wonen' },
      { title: 'Bereikbaarheid en vervoer', minutes: 30, topicId: 'bereikbaarheid' },
      conversation,
    ],
    venueKey: 'chamberLeiden',
    speakerKeys: ['governing', 'housing', 'mobility'],
    capacity: 90,
    isPublic: true,
    explanation:
      'De raden van de Leidse regio vroegen deze bijeenkomst samen aan. U hoort wie waarover gaat en stelt uw vragen.',
    publishedDaysAgo: 12,
  },
  {
    key: 'moved',
    status: 'changed',
    title: 'Bereikbaarheid en vervoer in Leiderdorp',
    requestKeys: ['moved'],
    councils: ['leiderdorp'],
    weeks: 8,
    movedFromWeeks: 7,
    programme: [welcome, { title: 'Bereikbaarheid en vervoer', minutes: 60, topicId: 'bereikbaarheid' }, conversation],
    venueKey: 'chamberLeiderdorp',
    speakerKeys: ['mobility'],
    capacity: 3,
    publishedDaysAgo: 25,
  },
  {
    key: 'option',
    status: 'option',
    title: 'Energie en warmte in Oegstgeest',
    requestKeys: ['option'],
    councils: ['oegstgeest'],
    weeks: 9,
    programme: [welcome, { title: 'Energie en warmte', minutes: 60, topicId: 'energie-en-warmte' }, conversation],
    venueKey: 'chamberOegstgeest',
    speakerKeys: ['water'],
  },
  {
    key: 'draft',
    status: 'draft',
    title: 'Water, klimaat en natuur in Leiden',
    requestKeys: ['inTreatment'],
    councils: ['leiden'],
    weeks: 11,
    programme: [
      welcome,
      { title: 'Water, klimaat en natuur', minutes: 60, topicId: 'water-klimaat-natuur' },
      conversation,
    ],
    speakerKeys: ['water'],
  },
  {
    key: 'cancelled',
    status: 'cancelled',
    title: 'Online vragenuur digitalisering',
    requestKeys: ['withdrawn'],
    councils: ['oegstgeest'],
    weeks: 4,
    programme: [{ title: 'Digitalisering', minutes: 45, topicId: 'digitalisering' }],
    onlineUrl: 'https://online.example/vragenuur',
    speakerKeys: ['safety'],
    cancelReason: 'De raad van Oegstgeest heeft de aanvraag ingetrokken.',
    publishedDaysAgo: 20,
  },
]
