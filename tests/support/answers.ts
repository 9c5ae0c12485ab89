import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Site } from '#app/domain/site.ts'
import { takeInMail } from '#app/use-cases/inviting/take-in-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { type AnswerCalendar, type AnswerMail, aCalendar, anAnswerMail } from '#tests/unit/mail-intake/answer-mail.ts'
import { aPublishedEvening, type PublishedEvening, registers } from './evenings.ts'
import { aSite, now } from './here-and-now.ts'

export const later = now.add({ minutes: 10 })
export const stamp = (moment: Temporal.Instant) => moment.round('second').toString().replace(/[-:]/g, '')
export const commonBox = 'rsvp@briefings.example'
export const ownServer = 'mx.provincie.example'

/** What our own mail server writes about the sender. */
export const found = (dmarc: 'pass' | 'none' | 'fail', server = ownServer, domain = 'leiderdorp.example') =>
  dmarc === 'none' ? [] : [`Authentication-Results: ${server}; dmarc=${dmarc} header.from=${domain}`]

let turn = 0

/** Somebody with a seat, and how her calendar answers. Every mail is another one: a comment nobody reads tells them apart. */
export async function anInvitee(
  db: Db,
  {
    address = 'ans@leiderdorp.example',
    name = 'Ans de Verzonnene',
    at,
    site = aSite,
  }: { address?: string; name?: string; at?: PublishedEvening; site?: Site } = {},
) {
  const evening = at ?? (await aPublishedEvening(db))
  await registers(db, evening.linkToken, address, now, name)
  const { id, person_id, calendar_token, calendar_uid } = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select(['registration.id', 'person_id', 'calendar_token', 'calendar_uid'])
    .where('briefing_session_id', '=', evening.id)
    .where('email_address.address', '=', address)
    .executeTakeFirstOrThrow()
  const deliveredTo = `rsvp+${calendar_token}@briefings.example`
  const raw = (calendar: AnswerCalendar = {}, mail: AnswerMail = {}) =>
    anAnswerMail({
      to: deliveredTo,
      calendar: aCalendar({ uid: calendar_uid, stamp: stamp(later), method: mail.method, ...calendar }),
      ...mail,
    })
  const takeIn = (bytes: Buffer, to = deliveredTo, moment = later) =>
    takeInMail(db, site, { raw: bytes, envelope: { door: 'lmtp', deliveredTo: to, authservId: ownServer } }, moment)
  const answers = (calendar?: AnswerCalendar, mail?: AnswerMail, moment = later) =>
    takeIn(raw(calendar, mail), mail?.to ?? deliveredTo, moment)
  /** The same answer in a mail of its own. */
  const another = (headers: string[] = []) => ({ headers: [`X-Turn: ${++turn}`, ...headers] })
  return { evening, registrationId: id, personId: person_id, deliveredTo, raw, answers, takeIn, another }
}

export const registrationOf = (db: Db, id: string) =>
  db.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const answerOf = async (db: Db, id: string): Promise<CalendarAnswer> => (await registrationOf(db, id)).answer

export const repliesOf = (db: Db, id: string) =>
  db
    .selectFrom('reply')
    .select(['answer', 'door', 'applied', 'remark'])
    .where('registration_id', '=', id)
    .orderBy('id')
    .execute()

/** A mail as it lies in the inbox, by what was decided about it. */
export const inboxRow = (db: Db, id: string) =>
  db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
