import { NotFound } from '#app/domain/refusal.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findInvitee, findLastSent, recordInvitations } from '#db/inviting/invitees.ts'
import { laneOf } from '#db/inviting/supersede.ts'
import {
  findNextToOpen,
  type OpenableMail,
  settleWithheldOfEvening,
  type TakenMail,
  takeWithheld,
} from '#db/inviting/withheld.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { endingKinds } from './post-calendar-mails.ts'
import { type Post, postMessage } from './post-message.ts'
import { sendEngagementAgain } from './send-engagement-again.ts'
import { sendInvitation } from './send-invitation.ts'

/**
 * Addresses that were suspended work again: what was withheld leaves, in the order in which it was written. Each mail in a transaction of its own; safe to run
 * twice, and two workers never send the same one. Calendar mail about one evening goes once, as the evening stands now.
 *
 * @throws what went wrong with the first mail that could not be opened, after all other addresses had their turn: what is wrong with one person's mail keeps
 * nobody else's
 */
export async function openWithheldMails(db: Db, site: Site, now: Temporal.Instant): Promise<number> {
  let opened = 0
  const failures: unknown[] = []
  const passed: string[] = []
  for (let next = await findNextToOpen(db); next; next = await findNextToOpen(db, passed)) {
    const mail = next
    try {
      await db.transaction().execute((trx) => openOne(trx, site, mail, now))
      opened++
    } catch (error) {
      failures.push(error)
      passed.push(mail.emailAddressId)
    }
  }
  if (failures.length > 0) throw failures[0]
  return opened
}

async function openOne(
  trx: Trx,
  site: Site,
  { id, briefingSessionId, personId }: OpenableMail,
  now: Temporal.Instant,
): Promise<void> {
  // The lock on the evening comes first, as everywhere.
  const session = briefingSessionId ? await lockBriefingSession(trx, briefingSessionId) : undefined
  const taken = await takeWithheld(trx, id, now)
  if (taken === undefined || taken.kind === 'reminder') return
  if (session && Temporal.Instant.compare(session.end, now) <= 0) return
  const post = postOf(taken)
  if (!session || personId === undefined || (post && post.lane !== laneOf(session.id, personId))) {
    if (post) await postMessage(trx, site, post, now)
    return
  }
  const lane = laneOf(session.id, personId)
  const others = await settleWithheldOfEvening(trx, { briefingSessionId: session.id, personId, lane }, now)
  await bringUpToDate(trx, site, { session, personId, last: others.at(-1) ?? taken }, now)
}

/** As it was written, to the address as it is now. */
function postOf({ post, address }: TakenMail): Post | undefined {
  if (post === null) return undefined
  const written = post as Post
  return { ...written, to: { ...written.to, address } }
}

type Catching = { session: BriefingSession; personId: string; last: TakenMail }

async function bringUpToDate(trx: Trx, site: Site, catching: Catching, now: Temporal.Instant): Promise<void> {
  const { session, personId } = catching
  const isOn = session.status === 'published' || session.status === 'changed'
  if (isOn && (await findInvitee(trx, session.id, personId))) {
    const eveningFor = await eveningsOfCouncils(trx, session, now)
    await sendInvitation(trx, site, { session, personId, eveningFor, occasion: 'resent' }, now)
    return
  }
  if (!(await sendEngagementAgain(trx, site, { session, personId }, now))) await endEntry(trx, site, catching, now)
}

/** Only whose calendar has the entry hears that it goes: a CANCEL for a REQUEST that never left drops both (MAIL.md §7.1). */
async function endEntry(trx: Trx, site: Site, { session, personId, last }: Catching, now: Temporal.Instant) {
  const post = postOf(last)
  const sent = await findLastSent(trx, session.id, personId)
  if (post === undefined || sent === undefined || sent.isCancelled || !endingKinds.has(post.content.kind)) return
  const wasWrittenTo = (last.post as Post).to.address
  // Another mailbox never had the entry, and a CANCEL names its one ATTENDEE.
  const isSame = wasWrittenTo.toLowerCase() === last.address.toLowerCase()
  const mail = isSame ? post : { ...post, sequence: undefined, content: { ...post.content, calendar: undefined } }
  await postMessage(trx, site, mail, now)
  const messageId = post.thread?.messageId
  if (messageId === undefined) throw new NotFound('message id of calendar mail')
  const sequence = post.sequence ?? sent.sequence
  await recordInvitations(trx, session.id, [{ personId, sequence, stampedAt: now, messageId, state: 'cancelled' }])
}
