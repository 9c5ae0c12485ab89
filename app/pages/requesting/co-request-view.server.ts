import type { Viewer } from '#app/domain/access/viewer.ts'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { formatDate } from '#app/domain/calendar-text.ts'
import { type BriefingRequest, type CouncilState, leadCouncil } from '#app/domain/requesting/briefing-request.ts'
import { mayTake, nextStepWords, type Turn, whoseTurn } from '#app/domain/requesting/status.ts'
import type { RequestView } from './request-view.server.ts'

/**
 * A request as a council sees it that was asked along: everything about the evening and every council's answer. What other councils wrote beside theirs, and
 * how to reach whoever asked, is not for it; nor are the steps of the council that asked.
 */
export function viewOfCoRequester(view: RequestView, briefingRequest: BriefingRequest, viewer: Viewer): RequestView {
  const own = councilIdsOf(viewer)
  const isOwn = (councilId: string | undefined) => councilId !== undefined && own.includes(councilId)
  const nothing = {
    accept: false,
    ask: false,
    answer: false,
    propose: false,
    choose: false,
    withdrawProposal: false,
    decline: false,
    withdraw: false,
    goOn: false,
  }
  return {
    ...view,
    contact: { name: view.contact.name, function: view.contact.function, phone: undefined, address: undefined },
    may: nothing,
    proposals: view.proposals.map((proposal) => ({ ...proposal, remark: '' })),
    openProposal: undefined,
    councils: view.councils.map((council) => (isOwn(council.councilId) ? council : { ...council, remark: '' })),
    events: view.events.map((event) => (isOwn(event.councilId) ? event : { ...event, reason: undefined })),
    facts: view.facts.map((fact) => (fact.field === 'contactName' ? { ...fact, lines: fact.lines.slice(0, 1) } : fact)),
    nextStep: nextStepOf(briefingRequest, own, view.turn),
    deadline: deadlineOf(briefingRequest, own, view),
  }
}

/** Whether a council of the viewer still has to say yes or no. */
export function isOwnAnswerOpen({ councils, status }: BriefingRequest, viewer: Viewer): boolean {
  const own = councilIdsOf(viewer)
  const isSilent = councils.some(
    ({ isLead, state, councilId }) => !isLead && state === 'invited' && own.includes(councilId),
  )
  return isSilent && mayTake('answerForCouncil', status)
}

const ofOwn = ({ councils }: Pick<BriefingRequest, 'councils'>, own: readonly string[], state: CouncilState) =>
  councils.some((council) => council.state === state && own.includes(council.councilId))

function nextStepOf(briefingRequest: BriefingRequest, own: readonly string[], turn: Turn): string {
  const { status } = briefingRequest
  const isSilent = ofOwn(briefingRequest, own, 'invited')
  if (status === 'awaitingCoRequesters') {
    if (isSilent) return 'Laat weten of uw raad meedoet.'
    return turn === 'requester'
      ? 'Alle griffies die wij kennen, hebben geantwoord. U hoeft niets te doen.'
      : nextStepWords.awaitingCoRequesters
  }
  if (whoseTurn(status) === 'requester')
    return `De griffie van ${leadCouncil(briefingRequest).municipalityName} spreekt hierover met de provincie. U hoeft niets te doen.`
  // Who does not take part hears nothing of the evening.
  if (mayTake('answerForCouncil', status) && !ofOwn(briefingRequest, own, 'joined'))
    return isSilent
      ? 'Uw raad gaf geen antwoord en doet nu niet mee. U kunt nog ja zeggen.'
      : 'Uw raad doet niet mee. U hoeft niets te doen.'
  return nextStepWords[status]
}

/** The promise of a first reaction is for the council that asked. */
function deadlineOf(
  briefingRequest: BriefingRequest,
  own: readonly string[],
  { deadline, answerBy }: RequestView,
): string | undefined {
  const { status, coRequestersUntil } = briefingRequest
  if (status === 'awaitingCoRequesters' && coRequestersUntil && ofOwn(briefingRequest, own, 'invited'))
    return `U kunt antwoorden tot en met ${formatDate(coRequestersUntil)}.`
  if (status === 'submitted')
    return `Uiterlijk ${answerBy} hoort de griffie van ${leadCouncil(briefingRequest).municipalityName} van ons.`
  return deadline
}
