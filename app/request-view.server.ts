import { listRequestEvents } from '#db/requesting/request-timeline.ts'
import { findCouncilClerks } from '#db/scheduling/council-clerks.ts'
import type { Context } from './context.server.ts'
import { dateInAmsterdam, formatDate, formatMoment, isoWithOffset } from './domain/calendar-text.ts'
import {
  type BriefingRequest,
  leadCouncil,
  openClarification,
  silentCouncils,
} from './domain/requesting/briefing-request.ts'
import { councilAnswerWords } from './domain/requesting/council-answer-words.ts'
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
  speaker: '',
  venue: '',
}

/** A request as its pages show it, to the council that asked and to the province: plain text, ready to draw. */
export async function viewRequest(
  { db, site, now }: Pick<Context, 'db' | 'site' | 'now'>,
  briefingRequest: BriefingRequest,
) {
  const { status, reference, version, dosNumber, declineReason, declineAlternative } = briefingRequest
  const silent = silentCouncils(briefingRequest).map(({ councilId }) => councilId)
  const [events, answerBy, clerks] = await Promise.all([
    listRequestEvents(db, briefingRequest.id),
    promiseReaction(db, site, briefingRequest.waitingSince),
    findCouncilClerks(db, silent, dateInAmsterdam(now())),
  ])
  const reachable = new Set(clerks.filter(({ isSuspended }) => !isSuspended).map(({ councilId }) => councilId))
  const open = openClarification(briefingRequest)
  return {
    reference,
    version,
    status,
    statusText: statusWords[status],
    statusForStaff: statusWordsForStaff[status],
    turn: whoseTurn(status),
    nextStep: nextStepWords[status],
    deadline: deadlineWords(briefingRequest, answerBy),
    answerBy: formatDate(answerBy),
    waitingSince: formatMoment(briefingRequest.waitingSince),
    dosNumber,
    title: `Aanvraag van de raad van ${leadCouncil(briefingRequest).municipalityName}`,
    councils: briefingRequest.councils.map((council) => ({
      councilId: council.councilId,
      municipalityName: council.municipalityName,
      words: councilAnswerWords(council, status, reachable.has(council.councilId)),
      remark: council.remark,
      answeredOn: council.answeredAt && formatMoment(council.answeredAt),
    })),
    unreachable: silentCouncils(briefingRequest)
      .filter(({ councilId }) => !reachable.has(councilId))
      .map(({ municipalityName }) => municipalityName),
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

/** What happened to one council of several: its name belongs to the words. */
const ofOneCouncil = new Set(['briefingRequest.councilJoined', 'briefingRequest.councilDeclined'])

function deadlineWords(
  { status, coRequestersUntil }: BriefingRequest,
  answerBy: Temporal.PlainDate,
): string | undefined {
  if (status === 'submitted') return `Uiterlijk ${formatDate(answerBy)} hoort u van ons.`
  if (status !== 'awaitingCoRequesters' || coRequestersUntil === undefined) return undefined
  return `Zij kunnen antwoorden tot en met ${formatDate(coRequestersUntil)}.`
}

export type RequestView = Awaited<ReturnType<typeof viewRequest>>
