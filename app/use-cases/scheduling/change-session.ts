import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { type BriefingSession, isAnnounced, isInCalendars } from '#app/domain/scheduling/briefing-session.ts'
import {
  changeBetween,
  factsOf,
  isAlwaysTold,
  type SessionChange,
  versionAfter,
} from '#app/domain/scheduling/session-change.ts'
import { isAsPlanned, type SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { assertMayBeAnnounced, assertMayStep } from '#app/domain/scheduling/session-steps.ts'
import type { Site } from '#app/domain/site.ts'
import { askEveryoneAgain } from '#app/use-cases/attending/ask-everyone-again.ts'
import { fillSeats } from '#app/use-cases/attending/fill-seats.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import { inviteEveryone } from '#app/use-cases/inviting/invite-everyone.ts'
import { tellSeatsPassedOn } from '#app/use-cases/inviting/tell-seats-passed-on.ts'
import { tellWhoWaits } from '#app/use-cases/inviting/tell-who-waits.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { bookSlot } from '#db/scheduling/bookings.ts'
import { markChanged, replaceProgramme, updateBriefingSession } from '#db/scheduling/briefing-session-writes.ts'
import { findBriefingSession, lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { foreseeMails } from './foresee-mails.ts'
import { nameTheClash } from './name-the-clash.ts'
import { tellClerks } from './tell-clerks.ts'

export type ChangeSession = {
  id: string
  /** The version the form was read at. */
  version: number
  plan: SessionPlan
  /** Send mail for a change of text too; time and place are always told. */
  tellAboutText: boolean
  staffId: string
}

/**
 * Writes what staff filled in. An announced evening tells whoever counts on it (RFC 5546 §2.1.4 for SEQUENCE), and asks again
 * when the time changed. An option stays an option. Another speaker or room is told to whoever comes and goes, and to nobody else. The same form sent twice changes once.
 * @throws NotFound, or Refusal changed-meanwhile, session-step-not-possible, speaker-already-booked, venue-already-booked …
 */
export async function changeSession(db: Db, site: Site, input: ChangeSession, now: Temporal.Instant): Promise<void> {
  await nameTheClash(db, input.plan, input.id, () =>
    db.transaction().execute(async (trx) => void (await change(trx, site, input, now))),
  )
}

export type ForeseenChange = {
  /** Undefined when nobody would notice a difference. */
  change: Made | undefined
  before: BriefingSession
  after: BriefingSession
  mails: ForeseenMails
}

type Made = Extract<SessionChange, { kind: 'changed' }>
type Outcome = { before: BriefingSession; after: BriefingSession; made: Made | undefined }

/** What the change would be called and which mails it would send. Throws what changing would throw. */
export async function foreseeChange(
  db: Db,
  site: Site,
  input: ChangeSession,
  now: Temporal.Instant,
): Promise<ForeseenChange> {
  const seen: Outcome[] = []
  const mails = await nameTheClash(db, input.plan, input.id, () =>
    foreseeMails(db, input.id, async (trx) => void seen.push(await change(trx, site, input, now)), now),
  )
  const [outcome] = seen
  if (outcome === undefined) throw new Error('A change that was not refused has an outcome')
  return { change: outcome.made, before: outcome.before, after: outcome.after, mails }
}

async function change(
  trx: Trx,
  site: Site,
  { id, version, plan, tellAboutText, staffId }: ChangeSession,
  now: Temporal.Instant,
): Promise<Outcome> {
  const before = await lockBriefingSession(trx, id)
  if (before === undefined) throw new NotFound('briefing session')
  if (isAsPlanned(before, plan)) return { before, after: before, made: undefined }
  assertMayStep(before, 'change')
  if (before.version !== version) throw new Refusal('changed-meanwhile')

  await updateBriefingSession(trx, id, plan, now)
  await bookSlot(trx, id, plan)
  await replaceProgramme(trx, id, plan.programme)
  const written = await reread(trx, id)
  const made = changeBetween(factsOf(before), factsOf(written))
  const outcome = { before, after: written, made }
  await recordAuditEvent(trx, auditOf(before, written, made, staffId), now)
  if (!isInCalendars(before.status)) return outcome
  const passedOn = await announce(trx, site, { before, written, made, tellAboutText }, now)
  // More room than before is for whoever waits.
  await fillSeats(trx, site, { id }, now)
  if (made?.asksAgain && isAnnounced(before.status))
    await tellWhoWaits(trx, site, { session: await reread(trx, id), change: made, passedOn }, now)
  return outcome
}

type Announcement = {
  before: BriefingSession
  written: BriefingSession
  made: Made | undefined
  tellAboutText: boolean
}

/** @returns whose seat passed to another by being asked again */
async function announce(
  trx: Trx,
  site: Site,
  { before, written, made, tellAboutText }: Announcement,
  now: Temporal.Instant,
): Promise<string[]> {
  const { id } = before
  const personIds = made ? await writeChange(trx, { before, written, made }, now) : []
  const isTold = made !== undefined && (isAlwaysTold(made) || tellAboutText)
  const news = isTold ? made : undefined
  const told = await engagePeople(trx, site, { briefingSessionId: id, news, statusBefore: before.status }, now)
  if (!isTold || !isAnnounced(before.status)) return personIds
  const session = await reread(trx, id)
  await tellClerks(trx, site, { session, change: made, told }, now)
  await inviteEveryone(trx, site, { briefingSessionId: id, change: made }, now)
  await tellSeatsPassedOn(trx, site, { session, personIds, change: made }, now)
  return personIds
}

/** @returns whose seat may pass to another by being asked again */
async function writeChange(
  trx: Trx,
  { before, written, made }: { before: BriefingSession; written: BriefingSession; made: Made },
  now: Temporal.Instant,
): Promise<string[]> {
  assertMayBeAnnounced(written, now)
  await markChanged(trx, before, versionAfter(before, made), now)
  return made.asksAgain ? askEveryoneAgain(trx, written, now) : []
}

async function reread(trx: Trx, id: string): Promise<BriefingSession> {
  const session = await findBriefingSession(trx, id)
  if (session === undefined) throw new NotFound('briefing session')
  return session
}

const actions = { time: 'briefingSession.moved', place: 'briefingSession.placeChanged', text: 'briefingSession.edited' }

function auditOf(before: BriefingSession, after: BriefingSession, made: SessionChange | undefined, staffId: string) {
  const told = (session: BriefingSession) => {
    const { title, start, end, location, onlineUrl } = factsOf(session)
    return { title, start: start.toString(), end: end.toString(), location, isOnline: onlineUrl !== undefined }
  }
  return {
    actor: { kind: 'staff', personId: staffId } as const,
    action: made?.kind === 'changed' ? actions[made.what] : actions.text,
    briefingSessionId: after.id,
    before: told(before),
    after: told(after),
  }
}
