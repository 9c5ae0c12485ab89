import { NotFound } from '#app/domain/refusal.ts'
import type { BriefingSession, SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionNews } from '#app/domain/scheduling/session-change.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import {
  allCapacities,
  type EngagedRecord,
  findHighestCancel,
  insertEngagements,
  listEngaged,
} from '#db/inviting/engagements.ts'
import { raiseSequence } from '#db/inviting/sequence.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { asParticipant, endLeaving, type Leaver, leftBy } from './end-leaving.ts'
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
  const engaged = await listEngaged(trx, found.id, allCapacities)
  const wanted = await wantedEngagements(trx, { session: found, news, engaged }, now)
  const isWanted = ({ capacity, personId }: EngagedRecord) =>
    wanted.some((each) => each.capacity === capacity && each.personId === personId)
  const leaving = engaged.filter((each) => !isWanted(each))
  const leavers = await endLeaving(trx, found.id, leaving, now)

  const staying = new Set(engaged.filter(isWanted).map(({ personId }) => personId))
  const joiners = wanted.filter(({ personId }) => !staying.has(personId))
  await insertEngagements(trx, found.id, joiners, now)
  const joining = joiners.map(({ personId }) => personId)
  const joined = joining.length === 0 ? [] : await listEngaged(trx, found.id, allCapacities, joining)
  const session = await aboveWhatWasSent(trx, found, { leavers, joining })

  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const mails: CalendarMail[] = []
  const told = new Set<string>()
  const write = (record: EngagedRecord, event: EngagedEvent) =>
    writeEngagedMail({ site, session, record, event, statusBefore, eveningFor })
  const tell = (record: EngagedRecord, event: EngagedEvent) => {
    // Somebody without an address gets no mail: the preview names her, so that staff call.
    if (record.address === undefined) return
    mails.push({ invitee: record, write: write(record, event) })
    if (record.capacity === 'clerk') told.add(toldKey({ personId: record.personId, councilId: record.subjectId }))
  }
  for (const leaver of leavers) {
    const { record, participant, wasTold } = leaver
    const event = leftBy(leaver, news)
    if (participant === undefined) tell(record, event)
    else {
      const evening = eveningFor(participant.councilId)
      mails.push(asParticipant({ participant, evening, left: wasTold ? write(record, event) : undefined, news }))
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
