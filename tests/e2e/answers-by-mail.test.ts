import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { type Dovecot, startDovecot, whyNoDovecot } from '#tests/support/dovecot.ts'
import { aPublishedEvening, registers } from '#tests/support/evenings.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { lmtp } from '#tests/support/lmtp-client.ts'
import { freePort } from '#tests/support/portal-process.ts'
import { aPlan } from '#tests/support/sessions.ts'
import { type AnswerCalendar, aCalendar, anAnswerMail, answering } from '#tests/unit/mail-intake/answer-mail.ts'

// The whole way: a calendar's answer, a mail server, the portal's own process, the register.
const linkSecret = 'answer-test-secret-of-at-least-thirty-two'
const whyNot = whyNoDovecot()

type Running = App & { stop: () => Promise<void> }
type Post = (raw: Buffer, to: string) => Promise<void>

let app: Running
let dovecot: Dovecot | undefined
let intakePort: number
test.beforeAll(async () => {
  intakePort = await freePort()
  dovecot = whyNot === undefined ? await startDovecot() : undefined
  const imap: Record<string, string> = dovecot ? { INTAKE_IMAP_URL: dovecot.imapUrl } : {}
  app = await startApp({ LINK_SECRET: linkSecret, ROLE: 'all', INTAKE_LMTP_PORT: String(intakePort), ...imap })
})
test.afterAll(async () => {
  await app.stop()
  await dovecot?.stop()
})

const fast = { intervals: [50], timeout: 15_000 }
const moment = () => Temporal.Now.instant().round('second')
const stamp = (at: Temporal.Instant) => at.toString().replace(/[-:]/g, '')

/** Somebody with a seat, and what her calendar sends. */
async function anInvitee() {
  const { db, baseUrl } = app
  const at = moment()
  const start = inWeeks(7)
  const plan = aPlan({ title: `Wonen ${randomUUID().slice(0, 4)}`, start, end: start.add({ minutes: 90 }) })
  const site = siteAt(baseUrl, linkSecret)
  const evening = await aPublishedEvening(db, plan, ['leiderdorp'], { site, at })
  const address = `ans-${randomUUID().slice(0, 8)}@leiderdorp.example`
  await registers(db, evening.linkToken, address, at)
  const invited = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select(['registration.id', 'calendar_token', 'calendar_uid'])
    .where('briefing_session_id', '=', evening.id)
    .executeTakeFirstOrThrow()
  const to = `rsvp+${invited.calendar_token}@briefings.example`
  let sent = 0
  const mail = (partstat: string, calendar: AnswerCalendar = {}, from = address) => {
    const attendees = [answering(partstat, address)]
    // Later answers have later stamps, as calendars give them.
    const written = stamp(moment().add({ seconds: ++sent }))
    const text = aCalendar({ uid: invited.calendar_uid, stamp: written, attendees, ...calendar })
    return anAnswerMail({ from, to, calendar: text, headers: [`X-Proof: ${randomUUID()}`] })
  }
  return { ...evening, plan, site, at, to, mail, address, registrationId: invited.id, uid: invited.calendar_uid }
}

const repliesTo = (registrationId: string) =>
  app.db
    .selectFrom('reply')
    .select(['answer', 'door', 'applied'])
    .where('registration_id', '=', registrationId)
    .orderBy('id')
    .execute()

const judged = (sessionId: string) =>
  app.db
    .selectFrom('inbox')
    .select(['door', 'state', 'decision', 'reason'])
    .where('briefing_session_id', '=', sessionId)
    .orderBy('received_at')
    .execute()

/** Everything the specification names, through one door. */
async function answersThrough(door: 'imap' | 'lmtp', post: Post): Promise<void> {
  const { db } = app
  const her = await anInvitee()
  const { registrationId, to, mail } = her
  const expectReplies = (...wanted: string[]) =>
    expect
      .poll(
        async () =>
          (await repliesTo(registrationId)).map(({ answer, applied }) => `${answer}${applied ? '' : ' kept'}`),
        fast,
      )
      .toEqual(wanted)

  await post(mail('ACCEPTED'), to)
  await expectReplies('yes')
  await post(mail('DECLINED'), to)
  await expectReplies('yes', 'no')
  const maybe = mail('TENTATIVE')
  await post(maybe, to)
  await expectReplies('yes', 'no', 'maybe')
  await post(maybe, to)
  await post(mail('ACCEPTED', {}, 'assistent@leiderdorp.example'), to)
  // Twice the same is one answer; from her assistant it is an answer, marked.
  await expectReplies('yes', 'no', 'maybe', 'yes')
  expect((await judged(her.id)).at(-1)).toEqual({
    door,
    state: 'processed',
    decision: 'apply',
    reason: 'otherAddress',
  })

  const session = await findBriefingSession(db, her.id)
  const later = { start: her.plan.start.add({ hours: 24 }), end: her.plan.end.add({ hours: 24 }) }
  const move = { id: her.id, version: session?.version ?? 0, plan: { ...her.plan, ...later }, tellAboutText: true }
  await changeSession(db, her.site, { ...move, staffId: her.staffId }, moment())
  await post(mail('DECLINED', { sequence: 0 }), to)
  await expectReplies('yes', 'no', 'maybe', 'yes', 'no kept')
  await post(mail('ACCEPTED', { sequence: 1 }), to)
  await expectReplies('yes', 'no', 'maybe', 'yes', 'no kept', 'yes')
  expect((await repliesTo(registrationId)).every((reply) => reply.door === 'calendar')).toBe(true)

  // Another ATTENDEE with her token is for a person to look at.
  await post(mail('DECLINED', { sequence: 1, attendees: [answering('DECLINED', 'iemand@elders.example')] }), to)
  await expect.poll(async () => (await judged(her.id)).at(-1)?.reason, fast).toBe('otherAttendee')

  const moved = await findBriefingSession(db, her.id)
  const cancel = { id: her.id, version: moved?.version ?? 0, reason: 'De spreker is ziek.', staffId: her.staffId }
  await cancelSession(db, her.site, cancel, moment())
  await post(mail('DECLINED', { sequence: 2 }), to)
  await expect.poll(async () => (await judged(her.id)).at(-1)?.reason, fast).toBe('closedSession')
  await expectReplies('yes', 'no', 'maybe', 'yes', 'no kept', 'yes')
  expect((await judged(her.id)).map((each) => each.door)).toEqual(Array(8).fill(door))
}

test('answers by LMTP, straight to the portal', async () => {
  const client = await lmtp(intakePort)
  await answersThrough('lmtp', async (raw, to) => {
    expect(await client.deliver(raw, to)).toEqual([250, 250])
  })
  client.end()
})

/** Not skipped and not silent: where there is no Dovecot the output says what was not done, and why. */
function withDovecot(title: string, work: (dovecot: Dovecot, post: Post) => Promise<void>): void {
  test(title, async () => {
    if (dovecot === undefined) {
      console.log(`NOT DONE “${title}”: there is no Dovecot to do it with, because ${whyNot}.`)
      test.info().annotations.push({ type: 'not done', description: `no Dovecot: ${whyNot}` })
      expect(whyNot).toBeDefined()
      return
    }
    const client = await lmtp(dovecot.lmtpPort)
    await work(dovecot, async (raw, to) => {
      expect(await client.deliver(raw, to)).toEqual([250, 250])
    })
    client.end()
  })
}

withDovecot('answers that Dovecot takes by LMTP and the portal fetches by IMAP', async (store, post) => {
  const began = { done: await store.count('Verwerkt'), review: await store.count('Nakijken') }
  await answersThrough('imap', post)
  // The mailbox is left empty: what was understood in one folder, what a person must look at in the other.
  await expect.poll(() => store.count(), fast).toBe(0)
  expect(await store.count('Verwerkt')).toBe(began.done + 8)
  expect(await store.count('Nakijken')).toBe(began.review + 1)
})

withDovecot('a mailbox that goes away comes back; nothing is lost and nothing is taken twice', async (store, post) => {
  const her = await anInvitee()
  await post(her.mail('ACCEPTED'), her.to)
  await expect.poll(async () => (await repliesTo(her.registrationId)).length, fast).toBe(1)

  await store.kill()
  await expect.poll(() => app.portal.output().includes('"what":"imap"'), fast).toBe(true)
  await store.start()
  const client = await lmtp(store.lmtpPort)
  expect(await client.deliver(her.mail('DECLINED'), her.to)).toEqual([250, 250])
  client.end()
  await expect
    .poll(async () => (await repliesTo(her.registrationId)).map(({ answer }) => answer), fast)
    .toEqual(['yes', 'no'])
  await expect.poll(() => store.count(), fast).toBe(0)
})

withDovecot('a mailbox that numbers its mails anew hides none of them', async (store) => {
  const her = await anInvitee()
  const before = await store.uidValidity()
  await store.kill()
  store.beginAnew()
  await store.start()
  const client = await lmtp(store.lmtpPort)
  for (const partstat of ['ACCEPTED', 'DECLINED', 'TENTATIVE'])
    expect(await client.deliver(her.mail(partstat), her.to)).toEqual([250, 250])
  client.end()
  await expect.poll(async () => (await repliesTo(her.registrationId)).length, fast).toBe(3)
  await expect.poll(() => store.count(), fast).toBe(0)
  expect(await store.uidValidity(), 'and it did number them anew').not.toBe(before)
})
