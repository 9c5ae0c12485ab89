import { versionAfterCancel } from '#app/domain/inviting/calendar-event.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionChange } from '#app/domain/scheduling/session-change.ts'
import type { Site } from '#app/domain/site.ts'
import { listWaiting } from '#db/attending/seats.ts'
import type { Trx } from '#db/connection.server.ts'
import { allCapacities, listEngaged } from '#db/inviting/engagements.ts'
import { listInvitees } from '#db/inviting/invitees.ts'
import { raiseSequence } from '#db/inviting/sequence.ts'
import { listWhoNeverGotMail } from '#db/inviting/supersede.ts'
import { seatPassedOn } from '#emails/inviting/seat-passed-on.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { type CalendarMail, postCalendarMails } from './post-calendar-mails.ts'
import { sendEngagementAgain } from './send-engagement-again.ts'

export type TellSeatsPassedOn = {
  /** As it is now, locked by the caller. */
  session: BriefingSession
  personIds: readonly string[]
  /** The new time that took the seat away; absent when she changed her mind too late. */
  change?: Extract<SessionChange, { kind: 'changed' }>
}

/** Tells who said no, and whose seat went to another, that she waits for one. Her calendar lets the entry go: it would be a promise. */
export async function tellSeatsPassedOn(
  trx: Trx,
  site: Site,
  { session, personIds, change }: TellSeatsPassedOn,
  now: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return
  const moved = change && { before: change.old, changes: change.all }
  const queue = (await listWaiting(trx, session.id)).map(({ personId }) => personId)
  const untouched = await listWhoNeverGotMail(trx, session.id, personIds)
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const engaged = new Set(
    (await listEngaged(trx, session.id, allCapacities, personIds)).map(({ personId }) => personId),
  )
  const mails = (await listInvitees(trx, session.id, personIds)).map((record): CalendarMail => {
    const evening = eveningFor(record.councilId)
    const position = queue.indexOf(record.personId) + 1
    const keepsEntry = engaged.has(record.personId)
    const isInCalendar = record.last !== undefined && !record.last.isCancelled && !untouched.has(record.personId)
    const hasEntry = isInCalendar && !keepsEntry
    return {
      invitee: record,
      keepsEntry,
      write: (invitee, stamp) => seatPassedOn({ evening, moved, invitee, stamp, position, hasEntry }),
    }
  })
  // A new time has a SEQUENCE of its own; without one a CANCEL needs it.
  const current = change ? session : { ...session, ...versionAfterCancel(session) }
  await raiseSequence(trx, session.id, current.sequence)
  await postCalendarMails(trx, site, { session: current, mails }, now)
  // That made older calendar mail pointless; who also speaks still has to hear of the new time.
  for (const personId of engaged) await sendEngagementAgain(trx, site, { session: current, personId }, now)
}
