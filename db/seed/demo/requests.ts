import type { BriefingRequestTable } from '../../schema.ts'
import type { DemoOfficerKey } from './people.ts'

type Status = BriefingRequestTable['status']

export type DemoRequest = {
  key: string
  status: Status
  audience: 'council' | 'region' | 'councils'
  /** Slugs; the first leads. */
  councils: { slug: string; state?: 'invited' | 'joined' | 'declined' }[]
  /** Who sent it in; absent for a clerk who has no account yet. */
  clerk?: DemoOfficerKey
  formatId: string
  topicIds: string[]
  question?: string
  expected: { councillors: number; newMembers?: number; committeeMembers?: number }
  venueKind?: 'councilChamber' | 'other' | 'provinceHouse' | 'online'
  openness?: 'public' | 'closed' | 'unknown'
  facilities?: string[]
  /** Days ago that it was sent in, and that the last step was taken. */
  sentDaysAgo: number
  lastStepDaysAgo: number
  /** Weeks from now of the preferred evenings. */
  preferredWeeks: number[]
  /** Steps staff and clerk took after it was sent in, for the timeline. */
  steps: DemoStep[]
  declineReason?: string
  declineAlternative?: string
}

export type DemoStep = { action: string; status: Status; by: DemoOfficerKey }

const accepted: DemoStep = { action: 'briefingRequest.accepted', status: 'inTreatment', by: 'planner' }
const proposed: DemoStep = { action: 'briefingRequest.proposed', status: 'proposalMade', by: 'planner' }
const optioned: DemoStep = { action: 'briefingRequest.optioned', status: 'optioned', by: 'planner' }
const confirmed: DemoStep = { action: 'briefingRequest.confirmed', status: 'confirmed', by: 'planner' }
const held: DemoStep = { action: 'briefingRequest.held', status: 'held', by: 'planner' }

/** One request in every status, oldest first. Councils outside the Leidse regio have no dossier number yet. */
export const demoRequests: DemoRequest[] = [
  {
    key: 'introduction',
    status: 'completed',
    audience: 'council',
    councils: [{ slug: 'leiderdorp' }],
    clerk: 'clerkLeiderdorp',
    formatId: 'basis',
    topicIds: ['wie-doet-wat'],
    expected: { councillors: 21, newMembers: 12, committeeMembers: 6 },
    sentDaysAgo: 130,
    lastStepDaysAgo: 50,
    preferredWeeks: [-10],
    steps: [
      accepted,
      proposed,
      confirmed,
      held,
      { action: 'briefingRequest.completed', status: 'completed', by: 'planner' },
    ],
  },
  {
    key: 'neighbours',
    status: 'held',
    audience: 'councils',
    councils: [{ slug: 'oegstgeest' }, { slug: 'leiderdorp' }],
    clerk: 'clerkOegstgeest',
    formatId: 'thema',
    topicIds: ['wonen'],
    question: 'Wat houdt bouwen in onze gemeenten nu het meeste tegen?',
    expected: { councillors: 42, newMembers: 18, committeeMembers: 10 },
    sentDaysAgo: 90,
    lastStepDaysAgo: 14,
    preferredWeeks: [-3],
    steps: [accepted, proposed, confirmed, held],
  },
  {
    key: 'regional',
    status: 'confirmed',
    audience: 'region',
    councils: [
      { slug: 'leiden' },
      { slug: 'leiderdorp' },
      { slug: 'oegstgeest' },
      { slug: 'zoeterwoude', state: 'declined' },
    ],
    clerk: 'clerkLeiden',
    formatId: 'regio',
    topicIds: ['samenwerking-en-bestuurskracht', 'wonen', 'bereikbaarheid'],
    question: 'Wat doen wij als regio samen, en waar gaat elke raad zelf over?',
    facilities: ['hearingLoop', 'wheelchairPlaces'],
    expected: { councillors: 60, newMembers: 25, committeeMembers: 15 },
    openness: 'public',
    sentDaysAgo: 60,
    lastStepDaysAgo: 12,
    preferredWeeks: [5, 6],
    steps: [accepted, proposed, optioned, confirmed],
  },
  {
    key: 'moved',
    status: 'confirmed',
    audience: 'council',
    councils: [{ slug: 'leiderdorp' }],
    clerk: 'clerkLeiderdorp',
    formatId: 'thema',
    topicIds: ['bereikbaarheid'],
    expected: { councillors: 21, newMembers: 12 },
    sentDaysAgo: 50,
    lastStepDaysAgo: 8,
    preferredWeeks: [7],
    steps: [accepted, proposed, confirmed],
  },
  {
    key: 'option',
    status: 'optioned',
    audience: 'council',
    councils: [{ slug: 'oegstgeest' }],
    clerk: 'clerkOegstgeest',
    formatId: 'thema',
    topicIds: ['energie-en-warmte'],
    expected: { councillors: 21, newMembers: 9 },
    sentDaysAgo: 35,
    lastStepDaysAgo: 4,
    preferredWeeks: [8, 9],
    steps: [accepted, proposed, optioned],
  },
  {
    key: 'bundled',
    status: 'bundled',
    audience: 'council',
    councils: [{ slug: 'voorschoten' }],
    formatId: 'thema',
    topicIds: ['wonen', 'bereikbaarheid'],
    expected: { councillors: 21 },
    sentDaysAgo: 34,
    lastStepDaysAgo: 12,
    preferredWeeks: [5],
    steps: [accepted, { action: 'briefingRequest.bundled', status: 'bundled', by: 'planner' }],
  },
  {
    key: 'withdrawn',
    status: 'withdrawn',
    audience: 'council',
    councils: [{ slug: 'oegstgeest' }],
    clerk: 'clerkOegstgeest',
    formatId: 'online',
    topicIds: ['digitalisering'],
    expected: { councillors: 12 },
    venueKind: 'online',
    sentDaysAgo: 32,
    lastStepDaysAgo: 9,
    preferredWeeks: [4],
    steps: [accepted, proposed, { action: 'briefingRequest.withdrawn', status: 'withdrawn', by: 'clerkOegstgeest' }],
  },
  {
    key: 'split',
    status: 'split',
    audience: 'councils',
    councils: [{ slug: 'katwijk' }, { slug: 'noordwijk' }],
    formatId: 'regio',
    topicIds: ['economie', 'water-klimaat-natuur'],
    expected: { councillors: 62 },
    sentDaysAgo: 30,
    lastStepDaysAgo: 20,
    preferredWeeks: [6],
    steps: [accepted, { action: 'briefingRequest.split', status: 'split', by: 'planner' }],
  },
  {
    key: 'declined',
    status: 'declined',
    audience: 'council',
    councils: [{ slug: 'leiden' }],
    clerk: 'clerkLeiden',
    formatId: 'basis',
    topicIds: ['hulp-en-subsidies'],
    expected: { councillors: 8 },
    sentDaysAgo: 28,
    lastStepDaysAgo: 24,
    preferredWeeks: [1],
    steps: [{ action: 'briefingRequest.declined', status: 'declined', by: 'planner' }],
    declineReason: 'noSpeakerInTime',
    declineAlternative: 'Kies een avond die ten minste drie weken verder ligt. Wij plannen die dan graag met u.',
  },
  {
    key: 'proposal',
    status: 'proposalMade',
    audience: 'council',
    councils: [{ slug: 'leiden' }],
    clerk: 'clerkLeiden',
    formatId: 'thema',
    topicIds: ['ruimte-en-verstedelijking'],
    expected: { councillors: 30, newMembers: 14, committeeMembers: 12 },
    sentDaysAgo: 21,
    lastStepDaysAgo: 3,
    preferredWeeks: [9, 10],
    steps: [accepted, proposed],
  },
  {
    key: 'question',
    status: 'questionAsked',
    audience: 'council',
    councils: [{ slug: 'leiderdorp' }],
    clerk: 'clerkLeiderdorp',
    formatId: 'thema',
    topicIds: ['veiligheid-en-ondermijning'],
    expected: { councillors: 21, newMembers: 12, committeeMembers: 8 },
    openness: 'unknown',
    sentDaysAgo: 14,
    lastStepDaysAgo: 5,
    preferredWeeks: [10],
    steps: [accepted, { action: 'briefingRequest.questionAsked', status: 'questionAsked', by: 'planner' }],
  },
  {
    key: 'inTreatment',
    status: 'inTreatment',
    audience: 'council',
    councils: [{ slug: 'leiden' }],
    clerk: 'officeLeiden',
    formatId: 'thema',
    topicIds: ['water-klimaat-natuur'],
    expected: { councillors: 39, newMembers: 16 },
    sentDaysAgo: 9,
    lastStepDaysAgo: 6,
    preferredWeeks: [11, 12, 13],
    steps: [accepted],
  },
  {
    key: 'heldBackMail',
    status: 'inTreatment',
    audience: 'council',
    councils: [{ slug: 'papendrecht' }],
    formatId: 'thema',
    topicIds: ['dorpen-en-kernen'],
    expected: { councillors: 23 },
    sentDaysAgo: 8,
    lastStepDaysAgo: 7,
    preferredWeeks: [9],
    steps: [accepted],
  },
  {
    key: 'dosMissing',
    status: 'submitted',
    audience: 'council',
    councils: [{ slug: 'dordrecht' }],
    formatId: 'basis',
    topicIds: ['wie-doet-wat'],
    expected: { councillors: 39 },
    sentDaysAgo: 4,
    lastStepDaysAgo: 4,
    preferredWeeks: [8],
    steps: [],
  },
  {
    key: 'submitted',
    status: 'submitted',
    audience: 'council',
    councils: [{ slug: 'oegstgeest' }],
    clerk: 'clerkOegstgeest',
    formatId: 'basis',
    topicIds: ['wie-doet-wat', 'hulp-en-subsidies'],
    question: 'Waar kunnen wij als kleine gemeente hulp vragen?',
    expected: { councillors: 21, newMembers: 9, committeeMembers: 5 },
    facilities: ['hearingLoop'],
    sentDaysAgo: 2,
    lastStepDaysAgo: 2,
    preferredWeeks: [12, 13],
    steps: [],
  },
  {
    key: 'awaitingCoRequesters',
    status: 'awaitingCoRequesters',
    audience: 'councils',
    councils: [{ slug: 'leiderdorp' }, { slug: 'leiden', state: 'invited' }, { slug: 'oegstgeest' }],
    clerk: 'deputyLeiderdorp',
    formatId: 'regio',
    topicIds: ['economie', 'bedrijventerreinen'],
    expected: { councillors: 50 },
    sentDaysAgo: 1,
    lastStepDaysAgo: 1,
    preferredWeeks: [14],
    steps: [],
  },
  {
    key: 'awaitingMailbox',
    status: 'awaitingMailbox',
    audience: 'council',
    councils: [{ slug: 'gouda' }],
    formatId: 'basis',
    topicIds: ['wie-doet-wat'],
    expected: { councillors: 35 },
    sentDaysAgo: 0,
    lastStepDaysAgo: 0,
    preferredWeeks: [8],
    steps: [],
  },
]
