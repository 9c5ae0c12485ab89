import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import {
  isQuiet,
  isReminderDue,
  isReminderHour,
  mailedLongAgo,
  type ReminderKind,
  reminderHorizon,
  reminderKinds,
} from '#app/domain/inviting/reminder-moment.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { claimReminders, listEveningsToRemind } from '#db/inviting/reminders.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { listClosedPeriods } from '#db/scheduling/closed-periods.ts'
import { postReminders } from './post-reminders.ts'

/** More evenings than are ever near at once; what is left over is there again in an hour. */
const eveningsAtOnce = 200
/** How many people hold up the lock on their evening while their mails are composed. */
const peopleAtOnce = 100

/**
 * The clock calls this each hour. Two weeks before an evening it asks who has not answered, two days before it reminds who comes. Nobody is reminded twice of
 * the same evening at the same time of day and date; an evening that moved may be recalled once more. Safe to run twice and in several processes at once.
 */
export async function sendReminders(db: Db, site: Site, now: Temporal.Instant): Promise<void> {
  if (!isReminderHour(now)) return
  const today = dateInAmsterdam(now)
  if ((await listClosedPeriods(db, today, today)).some(isQuiet)) return
  for (const kind of reminderKinds) {
    const due = { kind, startsBefore: reminderHorizon(kind, now), mailedBefore: mailedLongAgo(now) }
    for (const id of await listEveningsToRemind(db, due, now, eveningsAtOnce))
      while ((await remindSome(db, site, { kind, id }, now)) === peopleAtOnce);
  }
}

/** The next few people of one evening, in a transaction of their own. Says how many. */
async function remindSome(
  db: Db,
  site: Site,
  { kind, id }: { kind: ReminderKind; id: string },
  now: Temporal.Instant,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Under the lock nobody cancels or moves the evening between looking and posting.
    const session = await lockBriefingSession(trx, id)
    if (session === undefined || !isAnnounced(session.status) || !isReminderDue(kind, session.start, now)) return 0
    const claim = { briefingSessionId: id, kind, mailedBefore: mailedLongAgo(now), limit: peopleAtOnce }
    const personIds = await claimReminders(trx, claim, now)
    await postReminders(trx, site, { session, personIds, about: { kind, turn: 0 } }, now)
    return personIds.length
  })
}
