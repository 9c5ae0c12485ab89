import { type RequestStatus, requestStatuses } from './status.ts'

/** The lists staff look at, by the name they have in the address. */
export const queueViews = {
  open: {
    text: 'Alles wat loopt',
    statuses: ['submitted', 'inTreatment', 'questionAsked', 'awaitingCoRequesters', 'proposalMade', 'optioned'],
  },
  nieuw: { text: 'Nieuw', statuses: ['submitted'] },
  'bij-ons': { text: 'Wij zijn aan zet', statuses: ['submitted', 'inTreatment'] },
  'bij-griffie': {
    text: 'Griffie is aan zet',
    statuses: ['questionAsked', 'proposalMade', 'optioned', 'awaitingCoRequesters'],
  },
  onbevestigd: { text: 'Nog niet bevestigd', statuses: ['awaitingMailbox'] },
  gepland: { text: 'Bijeenkomst staat vast', statuses: ['confirmed', 'held'] },
  klaar: { text: 'Klaar', statuses: ['completed', 'bundled', 'split', 'declined', 'withdrawn'] },
  alles: { text: 'Alle aanvragen', statuses: requestStatuses },
} as const satisfies Record<string, { text: string; statuses: readonly RequestStatus[] }>

export type QueueView = keyof typeof queueViews

export type QueueChoice = {
  view: QueueView
  regionId: string | undefined
  onlyDosMissing: boolean
  onlyMine: boolean
  page: number
}

/** The choice in the address. What makes no sense there counts as not chosen. */
export function readQueueFilter(parameters: { get: (name: string) => string | null }): QueueChoice {
  const view = parameters.get('lijst') ?? ''
  const page = Number(parameters.get('bladzijde') ?? '1')
  return {
    view: Object.hasOwn(queueViews, view) ? (view as QueueView) : 'open',
    regionId: parameters.get('regio') || undefined,
    onlyDosMissing: parameters.get('dos') === 'ontbreekt',
    onlyMine: parameters.get('van') === 'mij',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}
