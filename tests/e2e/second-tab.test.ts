import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { personalToken } from '#app/domain/access/tokens.server.ts'
import { register } from '#app/use-cases/attending/register.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { aPublishedEvening } from '#tests/support/evenings.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan } from '#tests/support/sessions.ts'
import { cookieOf, signIn } from '#tests/support/sign-in.ts'

const linkSecret = 'second-tab-test-secret-of-at-least-thirty-two'
const presses = 10

let app: App & { stop: () => Promise<void> }
test.beforeAll(async () => {
  app = await startApp({ LINK_SECRET: linkSecret })
})
test.afterAll(() => app.stop())

type Tab = { path: string; entries: [string, string][] }
type Typed = Record<string, string>

/** A form as a tab shows it, and what somebody fills in. */
async function openTab(page: Page, path: string, typed: Typed = {}): Promise<Tab> {
  await page.goto(app.baseUrl + path)
  const form = page.locator('main form[method=post]').last()
  const shown = await form.evaluate((form) => [...new FormData(form as HTMLFormElement)] as Tab['entries'])
  return { path, entries: [...shown.filter(([name]) => !(name in typed)), ...Object.entries(typed)] }
}

async function press({ path, entries }: Tab, cookie = '') {
  const sent = { method: 'POST', headers: { origin: app.baseUrl, cookie }, body: new URLSearchParams(entries) }
  const answer = await fetch(app.baseUrl + path, { ...sent, redirect: 'manual' })
  const [, refusal = ''] = /aria-labelledby="weigering"[\s\S]*?<p>([^<]*)/.exec(await answer.text()) ?? []
  return { status: answer.status, to: answer.headers.get('location'), refusal }
}

const mailsNow = async () => {
  const rows = await app.db.selectFrom('outbox').select(['kind', 'recipient', 'sequence']).orderBy('position').execute()
  return rows.map(({ kind, recipient, sequence }) => `${kind} ${recipient} ${sequence}`)
}

const typedDate = (moment: Temporal.Instant) => {
  const { day, month, year } = moment.toZonedDateTimeISO('Europe/Amsterdam')
  return `${day}-${month}-${year}`
}
const lasting = (start: Temporal.Instant) => aPlan({ start, end: start.add({ minutes: 90 }), capacity: 20 })

async function anEveningWithThree() {
  const site = siteAt(app.baseUrl, linkSecret)
  const at = Temporal.Now.instant()
  const evening = await aPublishedEvening(app.db, lasting(inWeeks(9)), ['leiderdorp'], { site, at })
  const who = { name: 'Ans de Verzonnene', role: 'councillor', facility: undefined, question: undefined } as const
  const addresses = ['ans', 'bea', 'cor'].map((name) => `${name}.${randomUUID().slice(0, 6)}@raad.example`)
  for (const address of addresses) await register(app.db, site, { linkToken: evening.linkToken, address, ...who }, at)
  return { ...evening, addresses, site, at }
}

const overtaken = 'Iemand anders heeft dit intussen gewijzigd, of u zelf in een ander venster.'

// Seen to fail while accepting and declining told nine of ten presses that somebody else had been first, and a second reason to cancel was thrown away in silence.
test('a button pressed ten times, and the same page in a second tab, send one mail to each and say what became of it', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const { db } = app
  const planner = await aPerson(db, [{ role: 'planner' }])
  const cookie = await cookieOf(db, planner.personId)
  await signIn(app, context, planner)
  const { id, site, at, addresses } = await anEveningWithThree()
  const { reference, councilIds } = await aBareRequest(db, ['leiderdorp'])
  const draft = { id: randomUUID(), reference, councilIds, plan: lasting(inWeeks(10)), staffId: planner.personId }
  await planSession(db, site, draft, at)
  const submitted = await db
    .selectFrom('briefing_request')
    .select('reference')
    .where('status', '=', 'submitted')
    .execute()
  const [accepted = '', declined = ''] = submitted.map((each) => each.reference)
  const { id: venueId } = await db.selectFrom('venue').select('id').executeTakeFirstOrThrow()
  const invitation = await db
    .selectFrom('outbox')
    .select('id')
    .where('recipient', '=', addresses[0] ?? '')
    .executeTakeFirstOrThrow()
  const evening = `/beheer/sessies/${id}`
  const no = { reason: 'tooSoon', alternative: 'In maart.' }
  const done = { step: 'toepassen' }
  const { reference: waiting } = await aBareRequest(db, ['leiderdorp'])
  const proposed = { step: 'versturen', 'first.date': typedDate(inWeeks(8)), 'first.reason': 'Dan is er een zaal.' }
  const off = { step: 'annuleren', reason: 'De spreker is ziek.' }

  /** What the second tab sends, and what it hears: nothing new when it asks for the same. */
  const forms: { path: string; typed?: Typed; later?: Typed; hears?: string }[] = [
    { path: `/beheer/post/${invitation.id}/opnieuw` },
    { path: `/beheer/aanvraag/${accepted}/aannemen` },
    {
      path: `/beheer/aanvraag/${declined}/afwijzen`,
      typed: no,
      later: { ...no, alternative: 'In april.' },
      hears: overtaken,
    },
    {
      path: `/beheer/aanvraag/${waiting}/voorstel`,
      typed: proposed,
      later: { ...proposed, 'first.reason': 'Dan kan de spreker.' },
      hears: overtaken,
    },
    { path: `/beheer/aanvraag/${waiting}/voorstel-intrekken` },
    { path: `/beheer/sessies/${draft.id}/publiceren` },
    {
      path: `${evening}/bewerken`,
      typed: { ...done, date: typedDate(inWeeks(11)) },
      later: { ...done, date: typedDate(inWeeks(12)) },
      hears: overtaken,
    },
    { path: `${evening}/bewerken`, typed: { ...done, venueId } },
    {
      path: `${evening}/annuleren`,
      typed: off,
      later: { ...off, reason: 'De zaal is dicht.' },
      hears: 'Dit kan niet meer',
    },
  ]
  await expect
    .poll(
      async () =>
        (await db.selectFrom('posted_mail').select('id').where('state', 'in', ['pending', 'sending']).execute()).length,
    )
    .toBe(0)
  for (const { path, typed, later = typed, hears } of forms) {
    const before = (await mailsNow()).length
    const [first, second] = [await openTab(page, path, typed), await openTab(page, path, later)]
    const answers = await Promise.all(Array.from({ length: presses }, () => press(first, cookie)))
    expect(new Set(answers.map(({ status }) => status)), path).toEqual(new Set([302]))
    const late = await press(second, cookie)
    if (hears) expect(late.refusal, path).toContain(hears)
    else expect(late.status, path).toBe(302)
    const mails = (await mailsNow()).slice(before)
    expect(mails.length, path).toBe(new Set(mails).size)
  }
  const { cancel_reason } = await db
    .selectFrom('briefing_session')
    .select('cancel_reason')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(cancel_reason).toBe(off.reason)
})

// Seen to fail: a click that was overtaken by the next one was told that the time of the evening had changed.
test('a link that is clicked twenty times at once leaves one answer, the last of the register, and nobody gets mail of it', async () => {
  const { db } = app
  const { id, addresses } = await anEveningWithThree()
  const { personId, registrationId } = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.id as personId', 'registration.id as registrationId'])
    .where('address', '=', addresses[0] ?? '')
    .executeTakeFirstOrThrow()
  const path = `/mijn/${personalToken(linkSecret, personId, 1)}/bijeenkomst/${id}`
  const before = (await mailsNow()).length
  for (const answers of [['yes'], ['no', 'yes', 'maybe']]) {
    const clicks = Array.from({ length: 20 }, (_, at) => answers[at % answers.length] ?? '')
    const tab = (answer: string) => ({
      path,
      entries: Object.entries({ intent: 'answer', answer, answeredSequence: '0' }),
    })
    const heard = await Promise.all(clicks.map((answer) => press(tab(answer))))
    expect(new Set(heard.map(({ to }) => to))).toEqual(new Set([`${path}?gedaan=antwoord`]))
    const counting = await db
      .selectFrom('reply')
      .select('answer')
      .where('registration_id', '=', registrationId)
      .where('applied', '=', true)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const { answer } = await db
      .selectFrom('registration')
      .select('answer')
      .where('id', '=', registrationId)
      .executeTakeFirstOrThrow()
    expect(answer).toBe(counting.answer)
  }
  expect((await mailsNow()).length).toBe(before)
})
