import { Refusal } from '#app/domain/refusal.ts'

/** Where a request is on its way. */
export const requestStatuses = [
  'awaitingMailbox',
  'awaitingCoRequesters',
  'submitted',
  'inTreatment',
  'questionAsked',
  'proposalMade',
  'optioned',
  'confirmed',
  'held',
  'completed',
  'bundled',
  'split',
  'declined',
  'withdrawn',
] as const

export type RequestStatus = (typeof requestStatuses)[number]

export const statusWords: Record<RequestStatus, string> = {
  awaitingMailbox: 'nog niet bevestigd',
  awaitingCoRequesters: 'wacht op mede-aanvragers',
  submitted: 'ingediend',
  inTreatment: 'in behandeling',
  questionAsked: 'vraag aan u',
  proposalMade: 'voorstel ligt bij u',
  optioned: 'optie',
  confirmed: 'bevestigd',
  held: 'geweest',
  completed: 'afgerond',
  bundled: 'gebundeld',
  split: 'gesplitst',
  declined: 'afgewezen',
  withdrawn: 'ingetrokken',
}

/** The same for the province's own people, for whom "u" is somebody else. */
export const statusWordsForStaff: Record<RequestStatus, string> = {
  ...statusWords,
  awaitingMailbox: 'wacht op bevestiging',
  questionAsked: 'wacht op antwoord griffie',
  proposalMade: 'voorstel ligt bij griffie',
}

export type Turn = 'requester' | 'coRequesters' | 'province' | 'nobody'

const turns: Record<RequestStatus, Turn> = {
  awaitingMailbox: 'requester',
  awaitingCoRequesters: 'coRequesters',
  submitted: 'province',
  inTreatment: 'province',
  questionAsked: 'requester',
  proposalMade: 'requester',
  optioned: 'requester',
  confirmed: 'province',
  held: 'province',
  completed: 'nobody',
  bundled: 'nobody',
  split: 'nobody',
  declined: 'nobody',
  withdrawn: 'nobody',
}

/** Who has to do something before anything else can happen. */
export function whoseTurn(status: RequestStatus): Turn {
  return turns[status]
}

/** What the one whose turn it is has to do, said to the requester. */
export const nextStepWords: Record<RequestStatus, string> = {
  awaitingMailbox: 'Open de link in de mail die u van ons kreeg en bevestig uw aanvraag.',
  awaitingCoRequesters: 'De andere griffies laten weten of hun raad meedoet. Daarna is de provincie aan zet.',
  submitted: 'De provincie leest de aanvraag en laat weten of zij de briefing kan geven.',
  inTreatment:
    'De provincie zoekt sprekers, een zaal en een avond die past. U krijgt bericht zodra de bijeenkomst vaststaat.',
  questionAsked: 'Beantwoord de vraag van de provincie. Daarna gaat de provincie verder.',
  proposalMade: 'Kies een van de voorgestelde avonden.',
  optioned: 'Laat weten of uw raad akkoord gaat met de avond die wij vasthouden.',
  confirmed: 'De bijeenkomst staat vast. De provincie bereidt die voor.',
  held: 'De bijeenkomst is geweest. De provincie beantwoordt de vragen die nog openstaan.',
  completed: 'Deze aanvraag is afgerond.',
  bundled: 'Deze aanvraag gaat verder samen met een andere.',
  split: 'Deze aanvraag is verdeeld over andere aanvragen.',
  declined: 'Deze aanvraag gaat niet door. U kunt altijd een nieuwe aanvraag doen.',
  withdrawn: 'Deze aanvraag is ingetrokken. U kunt altijd een nieuwe aanvraag doen.',
}

/**
 * Every step a request can take, from where, and where it leads. An answered question leads back to where it was asked, a proposal to treatment. A confirmed request first waits
 * for councils that were asked along, if any can be. A council may answer, and change its mind, as long as no evening is planned.
 */
const steps = {
  confirmMailbox: { from: ['awaitingMailbox'], to: undefined },
  goOn: { from: ['awaitingCoRequesters'], to: 'submitted' },
  answerForCouncil: {
    from: ['awaitingCoRequesters', 'submitted', 'inTreatment', 'questionAsked', 'proposalMade'],
    to: undefined,
  },
  accept: { from: ['submitted'], to: 'inTreatment' },
  ask: { from: ['submitted', 'inTreatment'], to: 'questionAsked' },
  answer: { from: ['questionAsked'], to: undefined },
  propose: { from: ['inTreatment'], to: 'proposalMade' },
  choose: { from: ['proposalMade'], to: 'inTreatment' },
  withdrawProposal: { from: ['proposalMade'], to: 'inTreatment' },
  decline: {
    from: ['awaitingCoRequesters', 'submitted', 'inTreatment', 'questionAsked', 'proposalMade', 'optioned'],
    to: 'declined',
  },
  withdraw: {
    from: [
      'awaitingMailbox',
      'awaitingCoRequesters',
      'submitted',
      'inTreatment',
      'questionAsked',
      'proposalMade',
      'optioned',
      'confirmed',
    ],
    to: 'withdrawn',
  },
} as const satisfies Record<string, { from: readonly RequestStatus[]; to: RequestStatus | undefined }>

export type RequestStep = keyof typeof steps
type LeadingStep = {
  [Step in RequestStep]: (typeof steps)[Step]['to'] extends RequestStatus ? Step : never
}[RequestStep]

export function mayTake(step: RequestStep, status: RequestStatus): boolean {
  return (steps[step].from as readonly RequestStatus[]).includes(status)
}

/** @throws Refusal step-not-possible */
export function assertStep(step: RequestStep, status: RequestStatus): void {
  if (!mayTake(step, status)) throw new Refusal('step-not-possible', { statusText: statusWords[status] })
}

/**
 * The status after a step that always leads to the same one.
 * @throws Refusal step-not-possible
 */
export function statusAfter(step: LeadingStep, status: RequestStatus): RequestStatus {
  assertStep(step, status)
  return steps[step].to
}
