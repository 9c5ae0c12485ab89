import type { Context } from '#app/context.server.ts'
import { formatDate, formatMoment, formatSessionTime, isoWithOffset } from '#app/domain/calendar-text.ts'
import {
  type BriefingRequest,
  leadCouncil,
  openClarification,
  silentCouncils,
} from '#app/domain/requesting/briefing-request.ts'
import { councilAnswerWords } from '#app/domain/requesting/council-answer-words.ts'
import { declineReasons, isDeclineReason } from '#app/domain/requesting/decline-reasons.ts'
import { chosenEvening, openProposal, type Proposal } from '#app/domain/requesting/proposal.ts'
import { mayTake, nextStepWords, statusWords, statusWordsForStaff, whoseTurn } from '#app/domain/requesting/status.ts'
import { timelineWords } from '#app/domain/requesting/timeline-words.ts'
import { wishFacts } from '#app/domain/requesting/wish-facts.ts'
import { partByReach } from '#app/use-cases/requesting/part-by-reach.ts'
import { promiseReaction } from '#app/use-cases/requesting/promise-reaction.ts'
import { listRequestEvents } from '#db/requesting/request-timeline.ts'

const anonymousNames = {
  anonymous: 'via de site',
  system: 'automatisch',
  clerk: 'griffie',
  staff: 'provincie',
  councillor: '',
  speaker: '',
  venue: '',
}

/** A request as its pages show it, to the council that asked and to the province: plain text, ready to draw. */
export async function viewRequest(
  { db, site, now }: Pick<Context, 'db' | 'site' | 'now'>,
  briefingRequest: BriefingRequest,
) {
  const { status, reference, version, dosNumber, declineReason, declineAlternative } = briefingRequest
  const [events, answerBy, { reachable, unreachable }] = await Promise.all([
    listRequestEvents(db, briefingRequest.id),
    promiseReaction(db, site, briefingRequest.waitingSince),
    partByReach(db, silentCouncils(briefingRequest), now()),
  ])
  const isReachable = (councilId: string) => reachable.some((council) => council.councilId === councilId)
  // Everybody who could be asked has answered: only the council that asked can do something now.
  const isUpToLead = status === 'awaitingCoRequesters' && reachable.length === 0
  const open = openClarification(briefingRequest)
  return {
    reference,
    version,
    status,
    statusText: statusWords[status],
    statusForStaff: statusWordsForStaff[status],
    turn: isUpToLead ? ('requester' as const) : whoseTurn(status),
    nextStep: isUpToLead ? leadMayGoOn : nextStepOf(briefingRequest),
    deadline: deadlineWords(briefingRequest, answerBy, isUpToLead),
    answerBy: formatDate(answerBy),
    waitingSince: formatMoment(briefingRequest.waitingSince),
    dosNumber,
    title: `Aanvraag van de raad van ${leadCouncil(briefingRequest).municipalityName}`,
    councils: briefingRequest.councils.map((council) => ({
      councilId: council.councilId,
      municipalityName: council.municipalityName,
      words: councilAnswerWords(council, status, isReachable(council.councilId)),
      remark: council.remark,
      answeredOn: council.answeredAt && formatMoment(council.answeredAt),
    })),
    unreachable: unreachable.map(({ municipalityName }) => municipalityName),
    contact: briefingRequest.contact,
    unknownMailDomain: briefingRequest.unknownMailDomain,
    handledBy: briefingRequest.handledBy,
    openQuestion: open?.question,
    clarifications: briefingRequest.clarifications.map(({ id, question, answer, askedBy }) => ({
      id,
      question,
      answer,
      askedBy: askedBy.name,
    })),
    proposals: briefingRequest.proposals.map((proposal) => viewProposal(proposal, mayTake('choose', status))),
    openProposal: mayTake('choose', status) ? toChooseFrom(briefingRequest, now()) : undefined,
    decline: declineReason && {
      reason: isDeclineReason(declineReason) ? declineReasons[declineReason] : declineReason,
      alternative: declineAlternative ?? '',
    },
    may: {
      accept: mayTake('accept', status),
      ask: mayTake('ask', status),
      answer: mayTake('answer', status),
      propose: mayTake('propose', status),
      choose: mayTake('choose', status),
      withdrawProposal: mayTake('withdrawProposal', status),
      decline: mayTake('decline', status),
      withdraw: mayTake('withdraw', status),
      goOn: mayTake('goOn', status),
    },
    facts: wishFacts({
      ...briefingRequest,
      municipalityNames: briefingRequest.councils.map(({ municipalityName }) => municipalityName),
    }),
    events: events.flatMap(({ key, at, action, actorKind, actorName, reason, councilId, municipalityName }) => {
      const what = timelineWords[action]
      if (what === undefined) return []
      const isCode = reason !== undefined && isDeclineReason(reason)
      return [
        {
          key,
          what: ofOneCouncil.has(action) && municipalityName ? `${municipalityName}: ${what}` : what,
          councilId,
          who: actorName ?? anonymousNames[actorKind],
          at: isoWithOffset(at),
          when: formatMoment(at),
          reason: isCode ? undefined : reason,
        },
      ]
    }),
  }
}

/** A council that chose reads so until something else happens: an option that lapses sends the province looking again. */
function nextStepOf(briefingRequest: BriefingRequest): string {
  const { status, waitingSince, proposals } = briefingRequest
  const isLatest = proposals.at(-1)?.answeredAt?.equals(waitingSince)
  return isLatest && chosenEvening(briefingRequest) ? eveningIsChosen : nextStepWords[status]
}

const eveningIsChosen =
  'U koos een avond. De provincie zoekt sprekers en een zaal. U krijgt bericht zodra de bijeenkomst vaststaat.'

/** A proposal in words, with what the council said to it. */
function viewProposal({ id, proposedBy, proposedAt, evenings, remark, ...answer }: Proposal, mayChoose: boolean) {
  return {
    id,
    proposedBy: proposedBy.name,
    proposedOn: formatMoment(proposedAt),
    evenings: evenings.map(({ position, start, end, reason }) => ({
      position,
      at: isoWithOffset(start),
      when: formatSessionTime(start, end),
      reason,
      isChosen: position === answer.chosenPosition,
    })),
    outcome: outcomeOf(answer, mayChoose),
    remark,
  }
}

function outcomeOf(
  { answeredAt, chosenPosition, withdrawnAt }: Pick<Proposal, 'answeredAt' | 'chosenPosition' | 'withdrawnAt'>,
  mayChoose: boolean,
): string {
  if (withdrawnAt) return 'De provincie heeft dit voorstel ingetrokken'
  if (!answeredAt) return mayChoose ? 'Nog geen antwoord' : 'Niet beantwoord, kiezen kan niet meer'
  return chosenPosition === undefined ? 'De griffie kan op geen van deze avonden' : 'De griffie heeft gekozen'
}

/** What there is to choose from: an evening that has been is no choice any more. */
function toChooseFrom(briefingRequest: BriefingRequest, now: Temporal.Instant) {
  const open = openProposal(briefingRequest)
  const isAhead = ({ start }: { start: Temporal.Instant }) => Temporal.Instant.compare(start, now) > 0
  return open && viewProposal({ ...open, evenings: open.evenings.filter(isAhead) }, true)
}

const leadMayGoOn = 'Alle griffies die wij kennen, hebben geantwoord. U kunt verdergaan met de raden die meedoen.'

/** What happened to one council of several: its name belongs to the words. */
const ofOneCouncil = new Set(['briefingRequest.councilJoined', 'briefingRequest.councilDeclined'])

function deadlineWords(
  { status, coRequestersUntil }: BriefingRequest,
  answerBy: Temporal.PlainDate,
  isUpToLead: boolean,
): string | undefined {
  if (status === 'submitted') return `Uiterlijk ${formatDate(answerBy)} hoort u van ons.`
  if (status !== 'awaitingCoRequesters' || coRequestersUntil === undefined) return undefined
  if (isUpToLead) return `Na ${formatDate(coRequestersUntil)} gaat de aanvraag vanzelf naar de provincie.`
  return `Zij kunnen antwoorden tot en met ${formatDate(coRequestersUntil)}.`
}

export type RequestView = Awaited<ReturnType<typeof viewRequest>>
