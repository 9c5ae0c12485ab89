import { reminderToken } from '#app/domain/access/tokens.server.ts'
import { calendarMessageId } from '#app/domain/inviting/calendar-event.ts'
import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import { stopRemindersUrl } from '#app/domain/inviting/personal-links.ts'
import type { ReminderKind } from '#app/domain/inviting/reminder-moment.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { type InviteeRecord, listInvitees } from '#db/inviting/invitees.ts'
import { type OutboxEntry, putAllInOutbox } from '#db/inviting/outbox.ts'
import { laneOf } from '#db/inviting/supersede.ts'
import { recordWithheldMail } from '#db/inviting/withheld.ts'
import { mailAddresses } from '#emails/addresses.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import { reminder } from '#emails/inviting/reminder.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { inviteeOf } from './post-calendar-mails.ts'
import { toOutboxEntry } from './post-message.ts'

export type PostReminders = {
  /** Locked by the caller. */
  session: BriefingSession
  /** Written down as reminded, so that nobody is named twice. */
  personIds: readonly string[]
  /** `asked` by a council's office, for the first or second time; the calendar's own reminders have turn 0. */
  about: { kind: ReminderKind | 'asked'; turn: number }
}

/** One mail to each, in the lane of her calendar mail: it never arrives before the invitation or after the end of it. */
export async function postReminders(
  trx: Trx,
  site: Site,
  { session, personIds, about }: PostReminders,
  now: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const entries: OutboxEntry[] = []
  for (const invitee of await listInvitees(trx, session.id, personIds)) {
    const entry = await reminderFor(site, { session, invitee, evening: eveningFor(invitee.councilId), about }, now)
    if (typeof entry !== 'string') entries.push(entry)
    else {
      const { personId, address } = invitee
      // Of no use later, so it is not kept.
      const held = entry === 'addressSuspended' && address !== undefined ? { address } : undefined
      const about = { kind: 'reminder', briefingSessionId: session.id, personId }
      await recordWithheldMail(trx, { ...about, reason: entry, held }, now)
    }
  }
  await putAllInOutbox(trx, entries, now)
}

type Reminding = Pick<PostReminders, 'session' | 'about'> & { invitee: InviteeRecord; evening: Evening }

async function reminderFor(
  site: Site,
  { session, invitee, evening, about: { kind, turn } }: Reminding,
  now: Temporal.Instant,
): Promise<OutboxEntry | WithheldReason> {
  const { personId, address, last } = invitee
  if (address === undefined) return 'addressMissing'
  if (invitee.isSuspended) return 'addressSuspended'
  const stopUrl = stopRemindersUrl(site, reminderToken(site.linkSecret, personId))
  const about = { uid: session.calendarUid, sequence: session.sequence, personId, mailDomain: site.mailDomain }
  const messageId = calendarMessageId({ ...about, kind: `reminder-${kind}`, turn })
  const post = {
    content: reminder({ evening, invitee: inviteeOf(site, session, invitee), stopUrl }),
    to: { name: invitee.name, address },
    dedupeKey: ['reminder', kind, session.id, personId, session.rsvpEpoch, turn].join(':'),
    lane: laneOf(session.id, personId),
    personId,
    briefingSessionId: session.id,
    replyTo: mailAddresses(site.mailDomain).answersTo(invitee.calendarToken),
    thread: { messageId, inReplyTo: last?.firstMessageId },
    listUnsubscribe: { url: stopUrl, listId: `herinneringen.${site.mailDomain}` },
  }
  return toOutboxEntry(site, post, now)
}
