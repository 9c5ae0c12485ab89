import { NotFound } from '#app/domain/refusal.ts'
import type { BriefingSession, SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionNews } from '#app/domain/scheduling/session-change.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import {
  allCapacities as capacities,
  type EngagedRecord,
  endEngagements,
  findHighestCancel,
  insertEngagements,
  listEngaged,
} from '#db/inviting/engagements.ts'
import { type InviteeRecord, listInvitees } from '#db/inviting/invitees.ts'
import { raiseSequence } from '#db/inviting/sequence.ts'
import { listWhoNeverGotMail, supersedeOlderMail } from '#db/inviting/supersede.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { type CalendarMail, postCalendarMails } from './post-calendar-mails.ts'
import { wantedEngagements } from './wanted-engagements.ts'
import { type EngagedEvent, writeEngagedMail } from './write-engaged-mail.ts'

export type EngagePeople = {
  briefingSessionId: string
  /** Undefined for a change that is not told: then only who comes or goes hears of it. */
  news: SessionNews | undefined
  /** Of the evening before this news. */
  statusBefore: SessionStatus
}

/**
 * Brings the calendars of speakers, room and option holders in line with the evening as it is now, in the caller's transaction, which holds the lock on
 * it: who joins gets a REQUEST, who stays an update, who leaves a CANCEL above everything she got (RFC 5546 §3.2.5). Who leaves and takes part herself keeps the
 * one entry: it becomes that of a participant.
 * @returns the clerks who were told, so that nobody tells them twice
 */
export async function engagePeople(
  trx: Trx,
  site: Site,
  { briefingSessionId, news, statusBefore }: EngagePeople,
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const found = await findBriefingSession(trx, briefingSessionId)
  if (found === undefined) throw new NotFound('briefing session')
  const engaged = await listEngaged(trx, found.id, capacities)
  const wanted = await wantedEngagements(trx, { session: found, news, engaged }, now)
  const isWanted = ({ capacity, personId }: EngagedRecord) =>
    wanted.some((each) => each.capacity === capacity && each.personId === personId)
  const leaving = engaged.filter((each) => !isWanted(each))
  const leavers = await whoLeaves(trx, found.id, leaving, now)

  const staying = new Set(engaged.filter(isWanted).map(({ personId }) => personId))
  const joiners = wanted.filter(({ personId }) => !staying.has(personId))
  await insertEngagements(trx, found.id, joiners, now)
  const joining = joiners.map(({ personId }) => personId)
  const joined = joining.length === 0 ? [] : await listEngaged(trx, found.id, capacities, joining)
  const session = await aboveWhatWasSent(trx, found, { leavers, joining })

  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const mails: CalendarMail[] = []
  const told = new Set<string>()
  const tell = (record: EngagedRecord, event: EngagedEvent) => {
    // Who has no address is called, and staff see so beforehand.
    if (record.address === undefined) return
    const write = writeEngagedMail({ site, session, record, event, statusBefore, eveningFor })
    mails.push({ invitee: record, write })
    if (record.capacity === 'clerk') told.add(toldKey({ personId: record.personId, councilId: record.subjectId }))
  }
  for (const { record, participant, wasTold } of leavers) {
    const left = { kind: 'left', cause: causeOf(news), keepsEntry: participant !== undefined } as const
    if (participant === undefined) tell(record, left)
    else {
      const write = writeEngagedMail({ site, session, record, event: left, statusBefore, eveningFor })
      const entry = participantEntry(eveningFor(participant.councilId))
      mails.push(asParticipant({ participant, entry, left: wasTold ? write : undefined, news }))
    }
  }
  for (const record of engaged.filter(isWanted)) {
    const event = eventFor(record, news, statusBefore)
    if (event) tell(record, event)
  }
  for (const record of joined) tell(record, { kind: 'joined' })
  await postCalendarMails(trx, site, { session, mails }, now)
  return told
}

/** One clerk as she speaks for one council: who works for two has two links to pass on. */
export function toldKey({ personId, councilId }: { personId: string; councilId: string }): string {
  return `${councilId}:${personId}`
}

type Leaver = {
  record: EngagedRecord
  /** She has a seat herself. */
  participant: InviteeRecord | undefined
  /** Her invitation left. */
  wasTold: boolean
}

const participantEntry =
  (evening: Evening): CalendarMail['write'] =>
  (invitee, stamp) =>
    invitation({ evening, invitee, stamp, occasion: 'resent' })

type AsParticipant = {
  participant: InviteeRecord
  entry: CalendarMail['write']
  left: CalendarMail['write'] | undefined
  news: SessionNews | undefined
}

/** She reads that she no longer speaks, and her calendar gets the participant's entry; unless everybody is told of this news anyway, which brings it. */
function asParticipant({ participant, entry, left, news }: AsParticipant): CalendarMail {
  if (left === undefined) return { invitee: participant, write: entry, keepsEntry: true }
  const isToldAnyway =
    news?.kind === 'cancelled' || (news?.kind === 'changed' && (news.asksAgain || participant.answer !== 'no'))
  const both: CalendarMail['write'] = (to, stamp) => ({ ...left(to, stamp), calendar: entry(to, stamp).calendar })
  return { invitee: participant, write: isToldAnyway ? left : both, keepsEntry: true }
}

/** Whose REQUEST never left gets nothing at all; who has a seat as well keeps the entry. */
async function whoLeaves(
  trx: Trx,
  briefingSessionId: string,
  leaving: readonly EngagedRecord[],
  now: Temporal.Instant,
): Promise<Leaver[]> {
  if (leaving.length === 0) return []
  const personIds = leaving.map(({ personId }) => personId)
  await endEngagements(
    trx,
    leaving.map(({ engagementId }) => engagementId),
    now,
  )
  const untouched = await listWhoNeverGotMail(trx, briefingSessionId, personIds)
  await supersedeOlderMail(trx, briefingSessionId, [...untouched])
  const invitees = await listInvitees(trx, briefingSessionId, personIds)
  return leaving
    .map((record) => ({
      record,
      participant: invitees.find(({ personId, place }) => personId === record.personId && place === 'seat'),
      wasTold: record.last !== undefined && !record.last.isCancelled && !untouched.has(record.personId),
    }))
    .filter(({ participant, wasTold }) => participant !== undefined || wasTold)
}

/** A CANCEL is above everything its receiver got, and coming back is above the CANCEL. SEQUENCE is the evening's: others hear of it with their next mail. */
async function aboveWhatWasSent(
  trx: Trx,
  session: BriefingSession,
  { leavers, joining }: { leavers: readonly Leaver[]; joining: readonly string[] },
): Promise<BriefingSession> {
  const cancelled = await findHighestCancel(trx, session.id, joining)
  const gone = leavers.filter(({ participant }) => participant === undefined)
  const sent = [...gone.flatMap(({ record }) => record.last?.sequence ?? []), cancelled ?? -1]
  const sequence = Math.max(session.sequence, ...sent.map((each) => each + 1))
  if (sequence === session.sequence) return session
  await raiseSequence(trx, session.id, sequence)
  return { ...session, sequence }
}

function causeOf(news: SessionNews | undefined) {
  if (news?.kind === 'lapsed') return { by: 'optionLapsed' } as const
  return news?.kind === 'cancelled'
    ? ({ by: 'eveningOff', reason: news.reason, requestEnds: news.requestEnds ?? false } as const)
    : ({ by: 'otherChoice' } as const)
}

/** What somebody hears who stays. Who said no hears of a new time, which asks again, and of the end; not of another room. */
function eventFor(
  { capacity, answer }: EngagedRecord,
  news: SessionNews | undefined,
  statusBefore: SessionStatus,
): EngagedEvent | undefined {
  switch (news?.kind) {
    case 'published':
      return statusBefore === 'option' ? { kind: 'confirmed' } : undefined
    case 'extended':
      return capacity === 'clerk' ? { kind: 'extended' } : undefined
    case 'changed':
      return news.asksAgain || answer !== 'no' ? { kind: 'changed', change: news } : undefined
    default:
      return undefined
  }
}
