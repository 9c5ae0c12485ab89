import ICAL from 'ical.js'
import { sql } from 'kysely'
import { simpleParser } from 'mailparser'
import { judgeMails, type ReadMail, readMail } from '#app/use-cases/inviting/judge-mail.ts'
import { mostTogether, openMailRoom } from '#app/use-cases/inviting/take-in-mail.ts'
import { together } from '#app/use-cases/inviting/together.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { draftEvening, manyPeople } from '#tests/support/big-evening.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { aPerson as aStaffMember } from '#tests/support/people.ts'
import { aCalendar, anAnswerMail, answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { type Comparison, inTurns, median, type Workbench } from './report.ts'

const rounds = 3
/** So many people answer, each once, from her own calendar. */
const count = 500
/** Mails that our mail server hands over at the same moment: as many as the door lets in (intake.server.ts). */
const atOnce = 50

type Answer = { raw: Buffer; deliveredTo: string; registrationId: string }

/**
 * Taking answers in, from their bytes to the register, against the two libraries that only read the same bytes; and the two halves of it: reading and
 * deciding without writing, and a database that is given the same rows in the fewest statements there are.
 */
export async function compareTakingIn({ db }: Workbench): Promise<Comparison[]> {
  const { personId: staffId } = await aStaffMember(db, [{ role: 'planner' }], 'Planner')
  const people = await manyPeople(db, count, 'antwoord')
  // What the database does by itself within a minute.
  await sql`analyze`.execute(db)
  let answers = await answersAbout(db, await publishedEvening(db, staffId, people))
  const least = () =>
    perSecond(answers, async ({ raw }) => {
      const { attachments } = await simpleParser(raw)
      ICAL.parse(attachments[0]?.content.toString() ?? '')
    })
  const deciding = () => {
    // As the mail room does: each is read while the database is busy with those before it.
    const decide = together(
      async (reads: Promise<ReadMail>[]) => judgeMails(db, await Promise.all(reads), Temporal.Now.instant()),
      { most: mostTogether },
    )
    return perSecond(answers, async (answer) => {
      const { decision } = await decide(readMail(aSite, { ...answer, authservId: undefined }))
      if (decision?.do !== 'apply') throw new Error(decision?.do)
    })
  }
  const stored: number[] = []
  const ours = async () => {
    stored.push(await storeOnly(db, await answersAbout(db, await publishedEvening(db, staffId, people))))
    answers = await answersAbout(db, await publishedEvening(db, staffId, people))
    const takeIn = openMailRoom(db, aSite)
    return perSecond(answers, async ({ raw, deliveredTo }) => {
      const envelope = { door: 'lmtp', deliveredTo, authservId: undefined } as const
      const { outcome, verdict, error } = await takeIn({ raw, envelope, at: Temporal.Now.instant() })
      if (outcome !== 'settled' || verdict?.decision !== 'apply')
        throw error ?? new Error(`${outcome} ${verdict?.decision}`)
    })
  }
  await ours()
  await least()
  await deciding()
  stored.length = 0
  const judged = await inTurns(rounds, deciding, least)
  const taken = await inTurns(rounds, ours, least)
  const database = median(stored)
  const floor = 1 / (1 / taken.least + 1 / database)
  const whole = (value: number) => Math.round(value).toLocaleString('nl-NL')
  return [
    { name: 'e. antwoord lezen en beslissen, zonder te schrijven', unit: 'mails/s', target: 0.5, ...judged },
    {
      name: 'e. antwoord innemen, tot in de database',
      unit: 'mails/s',
      target: 0.5,
      ...taken,
      notes: [
        `${count} deelnemers antwoorden elk één keer, ${atOnce} tegelijk. Alleen dezelfde rijen in de database: ${whole(database)}/s; na elkaar met het kale lezen: ${whole(floor)}/s (${(floor / taken.least).toFixed(2)}×).`,
      ],
    },
  ]
}

async function publishedEvening(db: Db, staffId: string, people: readonly string[]): Promise<string> {
  const id = await draftEvening(db, staffId, people)
  await publishSession(db, aSite, { id, version: 1, staffId }, Temporal.Now.instant())
  return id
}

/** Each invitee's calendar says yes, no or maybe. */
async function answersAbout(db: Db, briefingSessionId: string): Promise<Answer[]> {
  const invitees = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select(['calendar_token', 'calendar_uid', 'email_address.address', 'registration.id'])
    .where('briefing_session_id', '=', briefingSessionId)
    .execute()
  const stamp = Temporal.Now.instant().round('second').toString().replace(/[-:]/g, '')
  return invitees.map(({ calendar_token, calendar_uid, address, id: registrationId }, at) => {
    const deliveredTo = `rsvp+${calendar_token}@briefings.example`
    const attendees = [answering(['ACCEPTED', 'DECLINED', 'TENTATIVE'][at % 3] ?? '', address)]
    const headers = [`Message-ID: <antwoord-${at}-${briefingSessionId}@raad.example>`]
    const calendar = aCalendar({ uid: calendar_uid, stamp, attendees })
    return { raw: anAnswerMail({ from: address, to: deliveredTo, headers, calendar }), deliveredTo, registrationId }
  })
}

async function perSecond(answers: readonly Answer[], work: (answer: Answer) => Promise<void>): Promise<number> {
  const waiting = [...answers]
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let answer = waiting.pop(); answer; answer = waiting.pop()) await work(answer)
    }),
  )
  return answers.length / ((performance.now() - start) / 1000)
}

/** What the database alone costs: the mail, the answer, the audit and the register, many to a statement, in two commits. */
async function storeOnly(db: Db, answers: readonly Answer[]): Promise<number> {
  const start = performance.now()
  for (let from = 0; from < answers.length; from += mostTogether) {
    const some = answers.slice(from, from + mostTogether)
    const ids = some.map(() => crypto.randomUUID())
    const at = Temporal.Now.instant().toString()
    await sql`
      insert into inbox (id, sha256, raw, door, received_at)
      select id, sha256(raw || id::text::bytea), raw, 'lmtp', ${at} from unnest(${ids}::uuid[], ${some.map(({ raw }) => raw)}::bytea[]) as mail (id, raw)`.execute(
      db,
    )
    await sql`
      with answering as (
        select * from registration where id = any(${some.map(({ registrationId }) => registrationId)}::uuid[])
      ), replies as (
        insert into reply (registration_id, answer, door, answered_sequence, answered_at, received_at, applied)
        select id, 'yes', 'calendar', 0, ${at}, ${at}, true from answering
      ), audit as (
        insert into audit_event (at, actor_kind, actor_id, action, briefing_session_id, council_id)
        select ${at}::timestamptz, 'councillor', person_id, 'answer.recorded', briefing_session_id, council_id from answering
      ), register as (
        update registration set answer = 'none' from answering where registration.id = answering.id
      )
      update inbox set state = 'processed', finding = '', decision = '', processed_at = ${at} where id = any(${ids}::uuid[])`.execute(
      db,
    )
  }
  return answers.length / ((performance.now() - start) / 1000)
}
