import { joinNames } from '../catalogue/join-names.ts'
import type { SessionRequest } from './briefing-session.ts'
import { stillCountsOn } from './session-steps.ts'

/** What publishing does to the requests an evening answers. Undefined when it answers none that still counts on it. */
export function confirmsInWords(requests: readonly SessionRequest[]): string | undefined {
  const moved = countingOn(requests)
  if (moved.length === 0) return undefined
  return `${named(moved)} ${moved.length === 1 ? 'wordt' : 'worden'} bevestigd.`
}

/** What cancelling does to them. Undefined when none was further than "in behandeling". */
export function goesBackInWords(requests: readonly SessionRequest[]): string | undefined {
  const moved = countingOn(requests).filter(({ status }) => status !== 'inTreatment')
  if (moved.length === 0) return undefined
  return `${named(moved)} ${moved.length === 1 ? 'gaat' : 'gaan'} terug naar “in behandeling”.`
}

const countingOn = (requests: readonly SessionRequest[]) => requests.filter(stillCountsOn)

function named(requests: readonly SessionRequest[]): string {
  const references = joinNames(requests.map(({ reference }) => reference))
  return `${requests.length === 1 ? 'Aanvraag' : 'De aanvragen'} ${references}`
}
