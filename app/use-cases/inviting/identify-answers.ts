import type { OwnAddress } from '#app/domain/inviting/bare-address.ts'
import type { CalendarMessage, GuessReason, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { listLastRegistrations, type Registration } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import {
  type AnsweringPerson,
  findPersonById,
  listAnsweringPeople,
  listRememberedChoices,
  type RememberedChoice,
} from '#db/inviting/reply-context.ts'
import { listSessionsByCalendarUid } from '#db/scheduling/briefing-sessions.ts'

export type Answer = {
  mail: IncomingMail
  /** Undefined for what answers no invitation. */
  calendar: CalendarMessage | undefined
  own: OwnAddress | undefined
}

export type KnownAnswer = {
  hasToken: boolean
  person: AnsweringPerson | undefined
  knownBy: GuessReason | undefined
  session: BriefingSession | undefined
  registration: Registration | undefined
  isRejectedSender: boolean
  isLinkedSender: boolean
}

/**
 * Who each of these mails is about as far as it proves or staff said; a guess is no more than that, and decides nothing. Each thing is asked once for all
 * of them.
 */
export async function identifyAnswers(db: Db, answers: readonly Answer[]): Promise<KnownAnswer[]> {
  const tokens = answers.map(({ own }) => (own?.box === 'rsvp' ? own.token : undefined))
  const attendees = answers.map(({ calendar }) => calendar?.attendees[0]?.address || undefined)
  const asking = { tokens: distinct(tokens), addresses: distinct(attendees) }
  const { byToken, byAddress } = await listAnsweringPeople(db, asking)
  const named = answers.map((_, at) => {
    const token = tokens[at]
    return token === undefined ? byAddress.get(attendees[at] ?? '') : byToken.get(token)
  })
  const asked = answers.map(({ mail }, at) => ({ sender: mail.from, personId: named[at]?.id }))
  const choices = await listRememberedChoices(db, asked)
  const people: (AnsweringPerson | undefined)[] = []
  for (const [at, each] of named.entries())
    people.push(each ?? (tokens[at] === undefined ? await linkedPerson(db, choices[at]) : undefined))
  const evenings = await listSessionsByCalendarUid(db, distinct(answers.map(({ calendar }) => calendar?.uid)))
  const sessions = answers.map(({ calendar }) => calendar && evenings.get(calendar.uid))
  const taking = people.flatMap((person, at) => {
    const session = sessions[at]
    return person && session ? [{ briefingSessionId: session.id, personId: person.id }] : []
  })
  const registrations = await listLastRegistrations(db, taking)
  return answers.map((_, at): KnownAnswer => {
    const person = people[at]
    const session = sessions[at]
    const choice = choices[at]
    const hasToken = tokens[at] !== undefined
    const byAttendee = byAddress.get(attendees[at] ?? '')
    return {
      hasToken,
      person,
      knownBy: person && knownBy(hasToken, named[at] !== undefined),
      session,
      registration: registrations.find(
        (each) => each.personId === person?.id && each.briefingSessionId === session?.id,
      ),
      isRejectedSender: choice?.choice === 'rejected',
      // One secretary answers for many: who is named in the answer goes before what was chosen once.
      isLinkedSender:
        choice?.choice === 'linked' &&
        choice.personId === person?.id &&
        (byAttendee === undefined || byAttendee.id === person?.id),
    }
  })
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => value ?? []))]
}

function knownBy(hasToken: boolean, isNamed: boolean): GuessReason {
  if (hasToken) return 'token'
  return isNamed ? 'attendee' : 'remembered'
}

async function linkedPerson(db: Db, choice: RememberedChoice | undefined): Promise<AnsweringPerson | undefined> {
  return choice?.choice === 'linked' && choice.personId ? findPersonById(db, choice.personId) : undefined
}
