import { NotFound } from '#app/domain/refusal.ts'
import type { SessionChange } from '#app/domain/scheduling/session-change.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { type InviteeRecord, listInvitees } from '#db/inviting/invitees.ts'
import { listWhoNeverGotMail } from '#db/inviting/supersede.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { sessionCancelled } from '#emails/inviting/session-cancelled.ts'
import { sessionChanged } from '#emails/inviting/session-changed.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { type CalendarMail, postCalendarMails } from './post-calendar-mails.ts'

export type InviteEveryone = { briefingSessionId: string; change: SessionChange }

/**
 * Sends everybody who is registered for an evening the mail that this change asks for, in the caller's transaction, which holds
 * the lock on the evening. Composing a thousand mails here takes about a second; in return what is saved and what is said are one.
 */
export async function inviteEveryone(
  trx: Trx,
  site: Site,
  { briefingSessionId, change }: InviteEveryone,
  now: Temporal.Instant,
): Promise<void> {
  const session = await findBriefingSession(trx, briefingSessionId)
  if (session === undefined) throw new NotFound('briefing session')
  const invitees = await listInvitees(trx, briefingSessionId)
  if (invitees.length === 0) return
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const untouched =
    change.kind === 'cancelled'
      ? await listWhoNeverGotMail(
          trx,
          briefingSessionId,
          invitees.map(({ personId }) => personId),
        )
      : new Set<string>()
  const mails = invitees.flatMap((record) =>
    isTold(record, change) ? [mailAbout(change, record, eveningFor(record.councilId), untouched)] : [],
  )
  await postCalendarMails(trx, site, { session, mails }, now)
}

/**
 * Who waits for a seat has nothing in a calendar: here she hears only that it is off, and of a new time on its own. Who said no hears of a new time, which asks
 * again, and of the end, because a declined entry stays in most calendars; not of another room.
 */
function isTold({ place, answer }: InviteeRecord, change: SessionChange): boolean {
  if (change.kind === 'cancelled') return true
  if (place === 'waiting') return false
  return change.kind === 'published' || change.asksAgain || answer !== 'no'
}

function mailAbout(
  change: SessionChange,
  record: InviteeRecord,
  evening: Evening,
  untouched: ReadonlySet<string>,
): CalendarMail {
  switch (change.kind) {
    case 'published':
      return { invitee: record, write: (invitee, stamp) => invitation({ evening, invitee, stamp }) }
    case 'changed': {
      const { all: changes, old: before } = change
      return {
        invitee: record,
        write: (invitee, stamp) => sessionChanged({ before, evening, changes, invitee, stamp }),
      }
    }
    case 'cancelled': {
      // A CANCEL for an entry that never left would only confuse; the words still have to arrive.
      const hasEntry = record.last !== undefined && !record.last.isCancelled && !untouched.has(record.personId)
      const { reason } = change
      return {
        invitee: record,
        write: (invitee, stamp) => sessionCancelled({ evening, invitee, stamp, reason, hasEntry }),
      }
    }
  }
}
