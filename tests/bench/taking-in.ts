import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { takeInMail } from '#app/use-cases/inviting/take-in-mail.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import { draftEvening } from '#tests/support/big-evening.ts'
import { aPerson as aStaffMember } from '#tests/support/people.ts'
import { aPerson, aSite } from '#tests/support/sessions.ts'
import { aCalendar, anAnswerMail, answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { type Comparison, inTurns, type Workbench } from './report.ts'

const rounds = 3
const count = 200
/** Mails that our mail server hands over at the same moment. */
const atOnce = 8

/** Taking an answer in, from its bytes to the register, against the two libraries that only read the same bytes. */
export async function compareTakingIn({ db }: Workbench): Promise<Comparison[]> {
  const { personId: staffId } = await aStaffMember(db, [{ role: 'planner' }], 'Planner')
  const address = 'antwoord@raad.example'
  const id = await draftEvening(db, staffId, [await aPerson(db, 'Ans de Verzonnene', address)])
  await publishSession(db, aSite, { id, version: 1, staffId }, Temporal.Now.instant())
  const { calendar_token, calendar_uid } = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select(['calendar_token', 'calendar_uid'])
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()
  const deliveredTo = `rsvp+${calendar_token}@briefings.example`
  let made = 0
  const mails = () =>
    Array.from({ length: count }, () => {
      const moment = Temporal.Now.instant().add({ seconds: ++made })
      const stamp = moment.round('second').toString().replace(/[-:]/g, '')
      const attendees = [answering(made % 2 ? 'ACCEPTED' : 'DECLINED', address)]
      const headers = [`Message-ID: <antwoord-${made}@raad.example>`]
      return anAnswerMail({
        from: address,
        to: deliveredTo,
        headers,
        calendar: aCalendar({ uid: calendar_uid, stamp, attendees }),
      })
    })
  const perSecond = async (work: (raw: Buffer) => Promise<void>) => {
    const waiting = mails()
    const start = performance.now()
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let raw = waiting.pop(); raw; raw = waiting.pop()) await work(raw)
      }),
    )
    return count / ((performance.now() - start) / 1000)
  }
  const envelope = { door: 'lmtp', deliveredTo, authservId: undefined } as const
  const ours = () =>
    perSecond(async (raw) => {
      const { outcome, error } = await takeInMail(db, aSite, { raw, envelope }, Temporal.Now.instant())
      if (outcome !== 'settled') throw error ?? new Error(outcome)
    })
  const least = () =>
    perSecond(async (raw) => {
      const { attachments } = await simpleParser(raw)
      ICAL.parse(attachments[0]?.content.toString() ?? '')
    })
  await ours()
  await least()
  return [
    {
      name: 'e. antwoord innemen, tot in de database',
      unit: 'mails/s',
      target: 0.5,
      ...(await inTurns(rounds, ours, least)),
    },
  ]
}
