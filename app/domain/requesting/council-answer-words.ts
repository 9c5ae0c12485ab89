import type { RequestingCouncil } from './briefing-request.ts'
import { mayTake, type RequestStatus } from './status.ts'

/**
 * What a council in a request has said, in words. `isReachable` says whether somebody of its office has an address that works: otherwise nobody there was
 * asked, and the words say so.
 */
export function councilAnswerWords(
  { isLead, state }: Pick<RequestingCouncil, 'isLead' | 'state'>,
  status: RequestStatus,
  isReachable: boolean,
): string {
  if (isLead) return 'vraagt aan'
  if (state === 'joined') return 'doet mee'
  if (state === 'declined') return 'doet niet mee'
  if (status === 'awaitingMailbox') return 'wordt gevraagd zodra de aanvraag bevestigd is'
  if (!isReachable) return 'niet gevraagd: wij kennen deze griffie nog niet'
  if (status === 'awaitingCoRequesters') return 'nog geen antwoord'
  return mayTake('answerForCouncil', status) ? 'gaf geen antwoord, kan nog meedoen' : 'gaf geen antwoord, doet niet mee'
}
