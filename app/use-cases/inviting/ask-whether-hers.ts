import { mailDomainOf } from '#app/domain/access/mail-domain.ts'
import { hashToken, newToken, personalToken } from '#app/domain/access/tokens.server.ts'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft } from '#app/domain/attending/registration.ts'
import type { GivenAnswer } from '#app/domain/inviting/answer.ts'
import { isSameMailbox } from '#app/domain/inviting/bare-address.ts'
import { answersEarlierVersion } from '#app/domain/inviting/calendar-event.ts'
import { confirmationEnd } from '#app/domain/inviting/confirmation.ts'
import { personalLinks } from '#app/domain/inviting/personal-links.ts'
import { answerIn, momentOf } from '#app/domain/inviting/reply-decision.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { findInvitee, type InviteeRecord } from '#db/inviting/invitees.ts'
import { deleteConfirmation, insertConfirmation } from '#db/inviting/reply-confirmations.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { mailAddresses } from '#emails/addresses.ts'
import { confirmReply } from '#emails/inviting/confirm-reply.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import type { Judgement } from './judge-mail.ts'
import { postMessage } from './post-message.ts'

/**
 * An answer in somebody's name that nothing proves: she is asked at the address we know. Once a person, evening and time, and never after
 * mail of a machine, so that two machines cannot go on asking each other.
 */
export async function askWhetherHers(
  trx: Trx,
  site: Site,
  { inboxId, judgement }: { inboxId: string; judgement: Judgement },
  now: Temporal.Instant,
): Promise<boolean> {
  const { mail, personId, briefingSessionId } = judgement
  if (mail.isAutomatic || mail.content.kind !== 'calendar' || mail.content.calendar.method !== 'REPLY') return false
  if (personId === undefined || briefingSessionId === undefined) return false
  const { calendar } = mail.content
  const answer = answerIn(calendar)
  const session = await findBriefingSession(trx, briefingSessionId)
  const invitee = await findInvitee(trx, briefingSessionId, personId)
  if (answer === undefined || session === undefined || invitee === undefined) return false
  const given = momentOf(calendar, session, now)
  const isPointless =
    closedReason(session, now) !== undefined ||
    hasLeft(invitee.place) ||
    answersEarlierVersion(given.answeredSequence, session)
  const isOurs = mail.from !== undefined && mailDomainOf(mail.from) === site.mailDomain.toLowerCase()
  if (isPointless || isOurs || !isHerAddress(invitee, calendar.attendees[0]?.address)) return false
  const token = newToken()
  const tokenHash = hashToken(token)
  const expiresAt = confirmationEnd(session, now)
  const { registrationId } = invitee
  const asked = { tokenHash, inboxId, registrationId, personId, briefingSessionId, rsvpEpoch: session.rsvpEpoch }
  if (!(await insertConfirmation(trx, { ...asked, answer, ...given, expiresAt }, now))) return false
  const posted = await post(trx, site, { session, invitee, answer, token, expiresAt }, now)
  if (posted === 'withheld') await deleteConfirmation(trx, tokenHash)
  return posted === 'queued'
}

/** She is asked about her own address only: an answer for another address is for staff. */
function isHerAddress({ address, isSuspended }: InviteeRecord, attendee: string | undefined): boolean {
  return address !== undefined && !isSuspended && attendee !== undefined && isSameMailbox(address, attendee)
}

type Question = {
  session: BriefingSession
  invitee: InviteeRecord
  answer: GivenAnswer
  token: string
  expiresAt: Temporal.Instant
}

async function post(
  trx: Trx,
  site: Site,
  { session, invitee, answer, token, expiresAt }: Question,
  now: Temporal.Instant,
) {
  const { name, personId, address = '' } = invitee
  const organizer = mailAddresses(site.mailDomain).answersTo(invitee.calendarToken)
  const links = personalLinks(site, personalToken(site.linkSecret, personId, invitee.linkVersion)).ofSession(session.id)
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const content = confirmReply({
    evening: eveningFor(invitee.councilId),
    invitee: { name, address, organizer, answer: invitee.answer, links },
    answer,
    confirmUrl: `${site.baseUrl}/antwoord/${token}`,
    expiresAt,
  })
  return postMessage(
    trx,
    site,
    {
      content,
      to: { name, address },
      dedupeKey: `confirm-reply:${session.id}:${personId}:${session.rsvpEpoch}`,
      lane: `person:${personId}`,
      personId,
      briefingSessionId: session.id,
      replyTo: organizer,
    },
    now,
  )
}
