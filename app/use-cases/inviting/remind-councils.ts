import { formatMoment } from '#app/domain/calendar-text.ts'
import {
  type CouncilReminding,
  mailedLongEnoughAgo,
  nextMoment,
  remindingRefused,
} from '#app/domain/inviting/council-reminder.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { type BriefingSession, isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import {
  claimSilentMembers,
  countSilentMembers,
  insertCouncilReminders,
  listCouncilReminders,
  wasOrdered,
} from '#db/inviting/council-reminders.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { postReminders } from './post-reminders.ts'

export type RemindCouncils = {
  briefingSessionId: string
  /** A clerk's own councils; undefined for every council of the evening, which is for staff. */
  withinCouncils: readonly string[] | undefined
  /** Made with the form: the same form sent twice reminds once. */
  orderId: string
  actor: { kind: 'clerk' | 'staff'; personId: string }
}

/** For each council of the evening that is within: who would be reminded, who not and why, and whether it may be done now. */
export async function foreseeReminding(
  db: Db,
  session: Pick<BriefingSession, 'id' | 'councils'>,
  withinCouncils: readonly string[] | undefined,
  now: Temporal.Instant,
): Promise<CouncilReminding[]> {
  const councils = session.councils.filter(
    ({ councilId }) => withinCouncils === undefined || withinCouncils.includes(councilId),
  )
  const councilIds = councils.map(({ councilId }) => councilId)
  const past = await listCouncilReminders(db, session.id, councilIds)
  const about = { briefingSessionId: session.id, councilIds, mailedBefore: mailedLongEnoughAgo(now) }
  const silent = await countSilentMembers(db, about)
  return councils.map(({ councilId, municipalityName }) => {
    const done = past.filter((each) => each.councilId === councilId).map(({ at }) => at)
    return {
      councilId,
      municipalityName,
      done,
      refused: remindingRefused(done, now),
      silent: silent.get(councilId) ?? { mailed: 0, stopped: 0, unreachable: 0, recentlyMailed: 0 },
    }
  })
}

/** Evenings whose silent members can still be asked. */
export function mayBeReminded({ status, start }: Pick<BriefingSession, 'status' | 'start'>, now: Temporal.Instant) {
  return isAnnounced(status) && Temporal.Instant.compare(now, start) < 0
}

/**
 * Asks the members of these councils who have a seat and have not answered. Councils that may not, or have nobody to ask, are passed over; when that is all of
 * them it is refused.
 * @throws NotFound, or Refusal too-late-to-remind, reminded-twice, reminded-recently, nobody-to-remind
 */
export async function remindCouncils(db: Db, site: Site, input: RemindCouncils, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const session = await lockBriefingSession(trx, input.briefingSessionId)
    if (session === undefined) throw new NotFound('briefing session')
    if (await wasOrdered(trx, session.id, input.orderId)) return
    if (!mayBeReminded(session, now)) throw new Refusal('too-late-to-remind')
    const councils = await foreseeReminding(trx, session, input.withinCouncils, now)
    const turns = councilsToRemind(councils)
    const claim = { briefingSessionId: session.id, councils: turns, mailedBefore: mailedLongEnoughAgo(now) }
    const claimed = await claimSilentMembers(trx, claim, now)
    for (const turn of new Set(turns.map((each) => each.turn))) {
      const personIds = claimed.filter((each) => each.turn === turn).map(({ personId }) => personId)
      await postReminders(trx, site, { session, personIds, about: { kind: 'asked', turn } }, now)
    }
    await insertCouncilReminders(trx, { ...input, personId: input.actor.personId }, turns, now)
    await record(trx, input, turns, now)
  })
}

type Turn = { councilId: string; turn: number; mails: number }

/** @throws Refusal when there is none */
function councilsToRemind(councils: readonly CouncilReminding[]): Turn[] {
  const [first] = councils
  if (first === undefined) throw new NotFound('council of this evening')
  const allowed = councils.filter(({ refused }) => refused === undefined)
  const turns = allowed.flatMap(({ councilId, done, silent }) =>
    silent.mailed > 0 ? [{ councilId, turn: done.length + 1, mails: silent.mailed }] : [],
  )
  if (turns.length > 0) return turns
  if (allowed.length > 0) throw new Refusal('nobody-to-remind')
  const last = first.done.at(-1)
  if (first.refused === 'tooSoon' && last !== undefined)
    throw new Refusal('reminded-recently', { at: formatMoment(last), from: formatMoment(nextMoment(last)) })
  throw new Refusal('reminded-twice')
}

async function record(trx: Trx, { briefingSessionId, actor }: RemindCouncils, turns: Turn[], now: Temporal.Instant) {
  for (const { councilId, turn, mails } of turns) {
    const after = { turn, mails }
    await recordAuditEvent(trx, { actor, action: 'briefingSession.reminded', briefingSessionId, councilId, after }, now)
  }
}
