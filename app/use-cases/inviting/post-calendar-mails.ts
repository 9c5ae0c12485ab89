import { personalToken } from '#app/domain/access/tokens.server.ts'
import { calendarMessageId, stampAfter } from '#app/domain/inviting/calendar-event.ts'
import { personalLinks } from '#app/domain/inviting/personal-links.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { type Addressee, openInvitations } from '#db/inviting/invitees.ts'
import { openOutbox } from '#db/inviting/outbox.ts'
import { laneOf, supersedeOlderMail } from '#db/inviting/supersede.ts'
import { recordWithheldMail } from '#db/inviting/withheld.ts'
import { mailAddresses } from '#emails/addresses.ts'
import type { EventStamp, Invitee } from '#emails/inviting/evening.ts'
import type { MailContent, MailKind } from '#emails/message.ts'
import { holdBack, type Post, toOutboxEntry } from './post-message.ts'

export type CalendarMail = {
  invitee: Addressee
  write: (invitee: Invitee, stamp: EventStamp) => MailContent
  /** She leaves in one capacity and stays in another: the mail says so, and her entry stays. */
  keepsEntry?: boolean
}

/** After these the entry is out of a calendar, whether or not it ever was in it. */
export const endingKinds: ReadonlySet<MailKind> = new Set<MailKind>([
  'registration-cancelled',
  'session-cancelled',
  'seat-passed-on',
  'speaker-cancelled',
  'venue-cancelled',
  'option-ended',
  'clerk-session-cancelled',
])

type Posting = { session: BriefingSession; mails: readonly CalendarMail[] }

/**
 * One mail for one person each (RFC 5546 §3.2.2: exactly one ATTENDEE), for as many people as it takes: composed here and now,
 * written in a few statements. SEQUENCE is the evening's, DTSTAMP rises per person, and later mails thread on the first.
 * The caller holds the lock on the evening, which is what keeps the order of one person's mails.
 */
export async function postCalendarMails(
  trx: Trx,
  site: Site,
  { session, mails }: Posting,
  now: Temporal.Instant,
): Promise<void> {
  await supersedeOlderMail(
    trx,
    session.id,
    mails.map(({ invitee }) => invitee.personId),
  )
  const outbox = openOutbox(trx, now)
  const invitations = openInvitations(trx, session.id)
  for (const { invitee, write, keepsEntry } of mails) {
    const { personId, last } = invitee
    const stamp = { sequence: session.sequence, stampedAt: stampAfter(last?.stampedAt, now) }
    const content = write(inviteeOf(site, session, invitee), stamp)
    const about = { kind: content.kind, briefingSessionId: session.id, personId }
    const post = addressedTo(site, { session, invitee, content, stamp })
    if (post === undefined) {
      await recordWithheldMail(trx, { ...about, reason: 'addressMissing' }, now)
      continue
    }
    if (invitee.isSuspended) {
      await holdBack(trx, post, now)
      continue
    }
    const entry = await toOutboxEntry(site, post, now)
    if (entry === 'dosNumberMissing') {
      await recordWithheldMail(trx, { ...about, reason: entry }, now)
      continue
    }
    await outbox.put(entry)
    const endsIt = endingKinds.has(content.kind) && !keepsEntry
    if (entry.sequence === undefined && !(endsIt && last)) continue
    await invitations.put({ personId, ...stamp, messageId: entry.messageId, state: endsIt ? 'cancelled' : 'ready' })
  }
  await invitations.close()
  await outbox.close()
}

type Addressing = { session: BriefingSession; invitee: Addressee; content: MailContent; stamp: EventStamp }

/** Undefined for whoever has no address. */
function addressedTo(site: Site, { session, invitee, content, stamp }: Addressing): Post | undefined {
  if (invitee.address === undefined) return undefined
  const { personId, last } = invitee
  const { kind } = content
  // Once more about the same version, for instance when somebody registers twice. What has no entry, as word of the waiting list, leaves no trace in `last`.
  const isOnceMore = last?.sequence === stamp.sequence || content.calendar === undefined
  const turn = isOnceMore ? stamp.stampedAt.epochMilliseconds / 1000 : undefined
  const { calendarUid: uid } = session
  const messageId = calendarMessageId({
    uid,
    kind,
    personId,
    turn,
    sequence: stamp.sequence,
    mailDomain: site.mailDomain,
  })
  return {
    content,
    to: { name: invitee.name, address: invitee.address },
    dedupeKey: [kind, session.id, personId, stamp.sequence, turn].filter((part) => part !== undefined).join(':'),
    lane: laneOf(session.id, personId),
    personId,
    briefingSessionId: session.id,
    sequence: content.calendar && stamp.sequence,
    replyTo: mailAddresses(site.mailDomain).answersTo(invitee.calendarToken),
    thread: { messageId, inReplyTo: last?.firstMessageId },
  }
}

/** Who the mail is for, with the links of nobody else. */
export function inviteeOf(site: Site, session: BriefingSession, invitee: Addressee): Invitee {
  const own = personalLinks(site, personalToken(site.linkSecret, invitee.personId, invitee.linkVersion))
  return {
    name: invitee.name,
    address: invitee.address ?? '',
    organizer: mailAddresses(site.mailDomain).answersTo(invitee.calendarToken),
    answer: invitee.answer,
    links: invitee.capacity === 'participant' ? own.ofSession(session.id) : own.ofEngagement(session.id),
  }
}
