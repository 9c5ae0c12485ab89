import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionChange } from '#app/domain/scheduling/session-change.ts'
import type { Site } from '#app/domain/site.ts'
import { listWaiting } from '#db/attending/seats.ts'
import type { Trx } from '#db/connection.server.ts'
import { allCapacities, listEngaged } from '#db/inviting/engagements.ts'
import { listInvitees } from '#db/inviting/invitees.ts'
import { waitingList } from '#emails/inviting/waiting-list.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { type CalendarMail, postCalendarMails } from './post-calendar-mails.ts'

export type TellWhoWaits = {
  /** As it is after the change, locked by the caller. */
  session: BriefingSession
  change: Extract<SessionChange, { kind: 'changed' }>
  /** They had a seat until now, and hear of the new time with the news of that. */
  passedOn: readonly string[]
}

/** A new time is told to who waits as well: she keeps the evening free, and may get a seat without being asked. Who also speaks hears of it by that entry. */
export async function tellWhoWaits(
  trx: Trx,
  site: Site,
  { session, change, passedOn }: TellWhoWaits,
  now: Temporal.Instant,
): Promise<void> {
  const queue = (await listWaiting(trx, session.id)).map(({ personId }) => personId)
  const waiting = queue.filter((personId) => !passedOn.includes(personId))
  if (waiting.length === 0) return
  const engaged = await listEngaged(trx, session.id, allCapacities, waiting)
  const hears = waiting.filter((personId) => !engaged.some((each) => each.personId === personId))
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const moved = { before: change.old, changes: change.all }
  const mails = (await listInvitees(trx, session.id, hears)).map((record): CalendarMail => {
    const evening = eveningFor(record.councilId)
    const position = queue.indexOf(record.personId) + 1
    return { invitee: record, write: (invitee) => waitingList({ evening, invitee, position, moved }) }
  })
  await postCalendarMails(trx, site, { session, mails }, now)
}
