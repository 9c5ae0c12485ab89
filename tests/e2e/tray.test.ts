import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { anInvitee, commonBox, stamp } from '#tests/support/answers.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { aPublishedEvening } from '#tests/support/evenings.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import { expectGoodPage, refusalFaultsOf } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import { aPlan } from '#tests/support/sessions.ts'
import { signIn } from '#tests/support/sign-in.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'

const linkSecret = 'tray-test-secret-of-at-least-thirty-two-'

// A button that is just changing colour has no contrast to judge.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

let app: App & { stop: () => Promise<void> }
test.beforeAll(async () => {
  app = await startApp({ LINK_SECRET: linkSecret, MAIL_DOMAIN: 'briefings.example' })
})
test.afterAll(() => app.stop())

/** Somebody who takes part in an evening of her own, and a moment that is a minute ago. */
async function aParticipant() {
  const site = siteAt(app.baseUrl, linkSecret)
  const start = inWeeks(8)
  const plan = aPlan({ title: `Wonen ${randomUUID().slice(0, 4)}`, start, end: start.add({ minutes: 90 }) })
  const at = await aPublishedEvening(app.db, plan, ['leiderdorp'], { site, at: Temporal.Now.instant() })
  const address = `roos-${randomUUID().slice(0, 6)}@prive.example`
  const invitee = await anInvitee(app.db, { address, name: 'Roos Verzonnen', at, site })
  return { ...invitee, address, title: plan.title, moment: Temporal.Now.instant().subtract({ seconds: 60 }) }
}

async function staffPage(page: Page) {
  await signIn(app, page.context(), await aPerson(app.db, [{ role: 'planner' }], 'Robin'))
}

test('staff see an unknown answer, link it, take it back and reject it; of two windows one is told', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const { answers, address, title, moment, evening } = await aParticipant()
  const home = `thuis-${randomUUID().slice(0, 6)}@elders.example`
  await answers(
    {
      attendees: [answering('TENTATIVE', home)],
      stamp: stamp(moment),
      extra: ['COMMENT:<b>Liever</b> een week later'],
    },
    { from: `Roos thuis <${home}>` },
    moment,
  )
  await staffPage(page)

  await page.goto(`${app.baseUrl}/beheer/wachtrij`)
  await page.getByRole('link', { name: /onbekende reactie/ }).click()
  await expectGoodPage(page, 'lijst')
  await expect(page.getByRole('cell', { name: 'misschien' }).first()).toBeVisible()
  await page.getByRole('link', { name: home }).click()
  await expectGoodPage(page, 'reactie')
  await expect(
    page.getByText('het antwoord noemt een ander adres dan het adres dat wij hebben uitgenodigd'),
  ).toBeVisible()
  await expect(page.getByText('<b>Liever</b> een week later', { exact: true })).toBeVisible()
  const otherWindow = await page.context().newPage()
  await otherWindow.goto(page.url())

  await page.getByLabel('Zoek een deelnemer op naam').fill('niemand')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await expect(page.getByText('Niemand gevonden met “niemand” in de naam.')).toBeVisible()
  await page.getByLabel('Zoek een deelnemer op naam').fill('roos')
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
  await page.getByRole('radio', { name: 'Het adres toevoegen als tweede adres' }).check()
  await page.getByRole('button', { name: 'Reactie koppelen' }).click()
  await expect(page.getByText('De reactie is gekoppeld en telt mee.')).toBeVisible()
  await expectGoodPage(page, 'gekoppeld')

  await otherWindow.getByRole('button', { name: 'Als gezien merken' }).click()
  await expect(otherWindow.getByText(/Robin \d+ heeft deze reactie net al afgehandeld: gekoppeld/)).toBeVisible()
  expect(await refusalFaultsOf(otherWindow)).toEqual([])
  await expectGoodPage(otherWindow, 'te-laat')
  await otherWindow.close()

  const reply = page.url().replace(/\?.*/, '')
  await page.goto(`${app.baseUrl}/beheer/sessies/${evening.id}/reacties`)
  await page.getByText('Geschiedenis: 1 antwoord').click()
  await expect(page.getByText('gekoppeld door een medewerker: Robin').first()).toBeVisible()
  await expectGoodPage(page, 'register')
  expect(await page.content()).not.toContain(address)

  await page.goto(reply)
  await page.getByRole('button', { name: 'Keuze terugdraaien' }).click()
  await expect(page.getByText('De keuze is teruggedraaid. Het antwoord telt niet meer mee.')).toBeVisible()
  await page.getByRole('button', { name: 'Reactie afwijzen' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  expect(await refusalFaultsOf(page)).toEqual([])
  await expectGoodPage(page, 'zonder-reden')
  await page.getByLabel('Waarom wijst u deze reactie af?').fill('Niet van haar')
  await page.getByRole('button', { name: 'Reactie afwijzen' }).click()
  await expect(page.getByText('De reactie is afgewezen.')).toBeVisible()
  await page.goto(`${app.baseUrl}/beheer/post/onbekend?toon=afgehandeld`)
  await expectGoodPage(page, 'afgehandeld')
  await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('afgewezen')
})

test('a proposal for another time stands beside the time of now', async ({ page }) => {
  const { answers, address, title, moment } = await aParticipant()
  await answers(
    { attendees: [answering('DECLINED', address)], stamp: stamp(moment) },
    { method: 'COUNTER', from: address },
    moment,
  )
  await staffPage(page)
  await page.goto(`${app.baseUrl}/beheer/post/onbekend`)
  const row = page.getByRole('row', { name: new RegExp(title) })
  await expect(row).toContainText('nee, met een voorstel voor een andere tijd')
  await row.getByRole('link').click()
  await expect(
    page.getByText(/Nu .+, \d+\.\d\d tot .+ uur\. Voorstel: dinsdag 12 januari 2027, 19\.30 tot 21\.00 uur\./),
  ).toBeVisible()
  await expectGoodPage(page, 'voorstel')
})

test('words with markup in them are shown as words', async ({ page }) => {
  const { takeIn, deliveredTo, address, moment } = await aParticipant()
  const html = '<img src=x onerror="alert(1)"><script>document.title="gekaapt"</script><h1>Kop</h1>'
  const { inboxId } = await takeIn(
    Buffer.from(
      `From: ${address}\r\nTo: ${deliveredTo}\r\nSubject: ${html}\r\nContent-Type: text/html\r\n\r\n${html}<p>Ik kom later.</p>`,
    ),
    deliveredTo,
    moment,
  )
  await staffPage(page)
  await page.goto(`${app.baseUrl}/beheer/post/onbekend/${inboxId}`)
  await expect(page.locator('img, script')).toHaveCount(0)
  await expect(page.locator('.mail-text').first()).toContainText('Ik kom later.')
  await page.getByText('Kopregels').click()
  await expectGoodPage(page, 'opmaak')
  await page.getByRole('button', { name: 'Reactie koppelen' }).click()
  await expect(page.getByText('In deze mail staat geen ja, misschien of nee.')).toBeVisible()
  await page.getByRole('radio', { name: 'ja', exact: true }).check()
  await page.getByRole('button', { name: 'Reactie koppelen' }).click()
  await expect(page.getByText('De reactie is gekoppeld en telt mee.')).toBeVisible()
})

test('an answer that nothing proves: she is asked by mail, looking changes nothing, and the link works once', async ({
  page,
  context,
}) => {
  const { answers, address, moment, registrationId } = await aParticipant()
  const { inboxId } = await answers(
    { attendees: [answering('DECLINED', address)], stamp: stamp(moment) },
    { from: address, to: commonBox },
    moment,
  )
  const mail = await app.mails.waitFor(address, ({ subject }) => subject.startsWith('Klopt uw antwoord?'))
  const link = /https?:\/\/\S+\/antwoord\/[\w-]+/.exec(mail.text)?.[0] ?? ''
  const answerNow = async () =>
    (
      await app.db
        .selectFrom('registration')
        .select('answer')
        .where('id', '=', registrationId)
        .executeTakeFirstOrThrow()
    ).answer
  await page.goto(link)
  await page.goto(link)
  expect(await answerNow()).toBe('none')
  await expectGoodPage(page, 'klopt-dit')
  await page.getByRole('button', { name: 'Keuze bewaren' }).click()
  expect(await refusalFaultsOf(page)).toEqual([])
  await page.getByRole('radio', { name: 'Ja, dit is mijn antwoord' }).check()
  await page.getByRole('button', { name: 'Keuze bewaren' }).click()
  await expect(page.getByText('Dank u. Uw antwoord is bevestigd: nee')).toBeVisible()
  await expectGoodPage(page, 'bevestigd')
  expect(await answerNow()).toBe('no')
  await page.goto(link)
  await expect(page.getByRole('radio')).toHaveCount(0)
  const staff = await context.newPage()
  await staffPage(staff)
  await staff.goto(`${app.baseUrl}/beheer/post/onbekend/${inboxId}`)
  await expect(staff.getByText('Ja, het was van haar of hem')).toBeVisible()
})

test('an address that does not exist is corrected, and the invitation goes there', async ({ page }) => {
  const { address, evening } = await aParticipant()
  const right = `juist-${randomUUID().slice(0, 6)}@prive.example`
  const suspended = { suspended_at: Temporal.Now.instant().toString(), suspended_reason: '5.1.1' }
  await app.db.updateTable('email_address').set(suspended).where('address', '=', address).execute()
  const sent = await app.db
    .selectFrom('outbox')
    .select('id')
    .where('recipient', '=', address)
    .limit(1)
    .executeTakeFirstOrThrow()
  const { id } = await app.db
    .selectFrom('email_address')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('bounce')
    .values({
      outbox_id: sent.id,
      email_address_id: id,
      kind: 'unknownUser',
      status: '5.1.1',
      received_at: suspended.suspended_at,
    })
    .execute()
  await staffPage(page)
  await page.goto(`${app.baseUrl}/beheer/sessies/${evening.id}/reacties`)
  await page.getByRole('link', { name: 'Adres herstellen van Roos Verzonnen' }).click()
  await expect(page.getByRole('cell', { name: 'dit adres bestaat niet' })).toBeVisible()
  await expectGoodPage(page, 'adres')
  await page.getByLabel('E-mailadres').fill(right)
  await page.getByRole('button', { name: 'Adres bewaren en weer mailen' }).click()
  await expect(page.getByText('De uitnodiging is opnieuw klaargezet.')).toBeVisible()
  await expectGoodPage(page, 'adres-bewaard')
  const mail = await app.mails.waitFor(right)
  expect(mail.subject).toMatch(/^Uitnodiging: /)
})
