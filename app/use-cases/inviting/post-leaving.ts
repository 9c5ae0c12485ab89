import { versionAfterCancel } from '#app/domain/inviting/calendar-event.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { allCapacities, listEngaged } from '#db/inviting/engagements.ts'
import type { InviteeRecord } from '#db/inviting/invitees.ts'
import { raiseSequence } from '#db/inviting/sequence.ts'
import { listWhoNeverGotMail, supersedeOlderMail } from '#db/inviting/supersede.ts'
import type { EventStamp, Invitee } from '#emails/inviting/evening.ts'
import type { MailContent } from '#emails/message.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { type CalendarMail, postCalendarMails } from './post-calendar-mails.ts'
import { writeEngagedMail } from './write-engaged-mail.ts'

export type Leaving = {
  invitee: InviteeRecord
  write: (invitee: Invitee, stamp: EventStamp, keepsEntry: boolean) => MailContent
}

/**
 * Participants who no longer take part in an evening that goes on: a CANCEL to each (RFC 5546 §3.2.5). Whose invitation never left gets nothing. Who also
 * speaks, or holds it in another capacity, keeps that one entry: an update instead. Their registrations have ended; the caller holds the lock.
 */
export async function postLeaving(
  trx: Trx,
  site: Site,
  { session, leaving }: { session: BriefingSession; leaving: readonly Leaving[] },
  now: Temporal.Instant,
): Promise<void> {
  const personIds = leaving.map(({ invitee }) => invitee.personId)
  if (personIds.length === 0) return
  const untouched = await listWhoNeverGotMail(trx, session.id, personIds)
  await supersedeOlderMail(trx, session.id, personIds)
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const engaged = await listEngaged(trx, session.id, allCapacities, personIds)
  const mails = leaving.flatMap(({ invitee, write }): CalendarMail[] => {
    const { personId, last } = invitee
    const isInCalendar = last !== undefined && !last.isCancelled && !untouched.has(personId)
    const record = engaged.find((each) => each.personId === personId)
    if (record === undefined) return isInCalendar ? [{ invitee, write: (to, stamp) => write(to, stamp, false) }] : []
    const event = { kind: 'joined' } as const
    const entry = writeEngagedMail({ site, session, record, event, statusBefore: session.status, eveningFor })
    const both: CalendarMail['write'] = (to, stamp) => ({
      ...write(to, stamp, true),
      calendar: entry(to, stamp).calendar,
    })
    return [{ invitee: record, write: isInCalendar ? both : entry, keepsEntry: true }]
  })
  const isCancelling = mails.some(({ keepsEntry }) => !keepsEntry)
  const sequence = isCancelling ? versionAfterCancel(session).sequence : session.sequence
  if (isCancelling) await raiseSequence(trx, session.id, sequence)
  await postCalendarMails(trx, site, { session: { ...session, sequence }, mails }, now)
}
