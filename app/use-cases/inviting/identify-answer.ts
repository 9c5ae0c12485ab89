import type { OwnAddress } from '#app/domain/inviting/bare-address.ts'
import type { CalendarMessage, GuessReason, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { findLastRegistration } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import {
  type AnsweringPerson,
  findPersonByAddress,
  findPersonByCalendarToken,
  findPersonById,
  findRememberedChoice,
  findSessionIdByCalendarUid,
} from '#db/inviting/reply-context.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export type Answer = {
  mail: IncomingMail
  /** Undefined for what answers no invitation. */
  calendar: CalendarMessage | undefined
  own: OwnAddress | undefined
}

/** Who it is about as far as the mail proves or staff said; a guess is no more than that, and decides nothing. */
export async function identifyAnswer(db: Db, { mail, calendar, own }: Answer) {
  const token = own?.box === 'rsvp' ? own.token : undefined
  const attendee = calendar?.attendees[0]?.address
  const byAttendee = attendee ? await findPersonByAddress(db, attendee) : undefined
  const named = token === undefined ? byAttendee : await findPersonByCalendarToken(db, token)
  const choice = mail.from === undefined ? undefined : await findRememberedChoice(db, mail.from, named?.id)
  const person = named ?? (token === undefined ? await linkedPerson(db, choice) : undefined)
  const sessionId = calendar && (await findSessionIdByCalendarUid(db, calendar.uid))
  const session = sessionId === undefined ? undefined : await findBriefingSession(db, sessionId)
  const registration = session && person ? await findLastRegistration(db, session.id, person.id) : undefined
  return {
    hasToken: token !== undefined,
    person,
    knownBy: person && knownBy(token !== undefined, named !== undefined),
    session,
    registration,
    isRejectedSender: choice?.choice === 'rejected',
    // One secretary answers for many: who is named in the answer goes before what was chosen once.
    isLinkedSender:
      choice?.choice === 'linked' &&
      choice.personId === person?.id &&
      (byAttendee === undefined || byAttendee.id === person?.id),
  }
}

function knownBy(hasToken: boolean, isNamed: boolean): GuessReason {
  if (hasToken) return 'token'
  return isNamed ? 'attendee' : 'remembered'
}

async function linkedPerson(
  db: Db,
  choice: Awaited<ReturnType<typeof findRememberedChoice>>,
): Promise<AnsweringPerson | undefined> {
  return choice?.choice === 'linked' && choice.personId ? findPersonById(db, choice.personId) : undefined
}
