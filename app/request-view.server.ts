import { listRequestEvents } from '#db/requesting/request-timeline.ts'
import type { Context } from './context.server.ts'
import { formatDate, formatMoment, isoWithOffset } from './domain/calendar-text.ts'
import { type BriefingRequest, leadCouncil, openClarification } from './domain/requesting/briefing-request.ts'
import { declineReasons, isDeclineReason } from './domain/requesting/decline-reasons.ts'
import { mayTake, nextStepWords, statusWords, statusWordsForStaff, whoseTurn } from './domain/requesting/status.ts'
import { timelineWords } from './domain/requesting/timeline-words.ts'
import { wishFacts } from './domain/requesting/wish-facts.ts'
import { promiseReaction } from './use-cases/requesting/promise-reaction.ts'

const anonymousNames = {
  anonymous: 'via de site',
  system: 'automatisch',
  clerk: 'griffie',
  staff: 'provincie',
  councillor: '',
}

/** A request as its pages show it, to the council that asked and to the province: plain text, ready to draw. */
export async function viewRequest({ db, site }: Pick<Context, 'db' | 'site'>, briefingRequest: BriefingRequest) {
  const { status, reference, version, dosNumber, declineReason, declineAlternative } = briefingRequest
  const [events, answerBy] = await Promise.all([
    listRequestEvents(db, briefingRequest.id),
    promiseReaction(db, site, briefingRequest.waitingSince),
  ])
  const open = openClarification(briefingRequest)
  return {
    reference,
    version,
    status,
    statusText: statusWords[status],
    statusForStaff: statusWordsForStaff[status],
    turn: whoseTurn(status),
    nextStep: nextStepWords[status],
    deadline: status === 'submitted' ? `Uiterlijk ${formatDate(answerBy)} hoort u van ons.` : undefined,
    answerBy: formatDate(answerBy),
    waitingSince: formatMoment(briefingRequest.waitingSince),
    dosNumber,
    title: `Aanvraag van de raad van ${leadCouncil(briefingRequest).municipalityName}`,
    councils: briefingRequest.councils,
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
    decline: declineReason && {
      reason: isDeclineReason(declineReason) ? declineReasons[declineReason] : declineReason,
      alternative: declineAlternative ?? '',
    },
    may: {
      accept: mayTake('accept', status),
      ask: mayTake('ask', status),
      answer: mayTake('answer', status),
      decline: mayTake('decline', status),
      withdraw: mayTake('withdraw', status),
    },
    facts: wishFacts({
      ...briefingRequest,
      municipalityNames: briefingRequest.councils.map(({ municipalityName }) => municipalityName),
    }),
    events: events.flatMap(({ key, at, action, actorKind, actorName, reason }) => {
      const what = timelineWords[action]
      if (what === undefined) return []
      const isCode = reason !== undefined && isDeclineReason(reason)
      return [
        {
          key,
          what,
          who: actorName ?? anonymousNames[actorKind],
          at: isoWithOffset(at),
          when: formatMoment(at),
          reason: isCode ? undefined : reason,
        },
      ]
    }),
  }
}

export type RequestView = Awaited<ReturnType<typeof viewRequest>>
