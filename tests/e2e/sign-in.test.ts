import type { Page } from '@playwright/test'
import { type App, expect, startApp, test } from '#tests/support/app.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { signIn, signInLinkFor } from '#tests/support/sign-in.ts'

test.use({ javaScriptEnabled: false })

const aClerk = async (app: App) =>
  aPerson(app.db, [{ role: 'deputyClerk', councilId: await councilOf(app.db, 'leiderdorp') }], 'Griffier Proef')

async function askForLink(page: Page, address: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(address)
  await page.getByRole('button', { name: 'Mail mij een link' }).click()
}

async function mailedLink(app: App, address: string): Promise<string> {
  const mail = await app.mails.waitFor(address, ({ subject }) => /inloggen/i.test(subject))
  return new URL(/http:\/\/[^\s]+\/inloggen\/[\w-]{43}/.exec(mail.text)?.[0] ?? '').pathname
}

test('a clerk asks on one device and signs in on another', async ({ app, page, browser }) => {
  const clerk = await aClerk(app)
  await page.goto('/account')
  await expect(page).toHaveURL('/inloggen?naar=%2Faccount')
  await askForLink(page, clerk.address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kijk in uw mailbox')

  const link = await mailedLink(app, clerk.address)
  const phone = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false })
  const screen = await phone.newPage()
  for (let look = 0; look < 3; look++) await screen.goto(link)
  expect(await screen.content()).not.toContain(clerk.name)
  expect(await screen.content()).not.toContain(clerk.address)
  expect(await phone.cookies()).toEqual([])

  await screen.getByRole('button', { name: 'Inloggen als griffier' }).click()
  await expect(screen).toHaveURL('/account')
  await expect(screen.getByRole('main')).toContainText(clerk.address)
  await expect(screen.getByRole('main')).toContainText('plaatsvervangend griffier')

  // The link is used up: on the first device nothing happens with it.
  expect((await page.goto(link))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer')
  await expect(page.getByLabel('E-mailadres')).toBeVisible()

  await screen.getByRole('banner').getByRole('button', { name: 'Uitloggen' }).click()
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText('U bent uitgelogd')
  expect(await phone.cookies()).toEqual([])
  await phone.close()
})

test('known or unknown address: the same answer, down to the byte', async ({ app }) => {
  const { address } = await aClerk(app)
  const answers = []
  for (const each of [address, 'niemand@nergens.example']) {
    const response = await fetch(`${app.baseUrl}/inloggen`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: app.baseUrl },
      body: new URLSearchParams({ address: each }),
    })
    const headers = [...response.headers].filter(([name]) => name !== 'date')
    answers.push({ status: response.status, headers, body: await response.text() })
  }
  expect(answers[0]?.status).toBe(302)
  expect(answers[0]).toEqual(answers[1])
})

test('the sixth link within an hour is refused in a sentence, and what was typed stays', async ({ page }) => {
  await page.goto('/inloggen')
  for (let attempt = 0; attempt < 5; attempt++) {
    await askForLink(page, 'haast@nergens.example')
    await page.goto('/inloggen')
  }
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await askForLink(page, 'haast@nergens.example')
  expect((await answered).status()).toBe(429)
  await expect(page).toHaveTitle('Fout: Inloggen - Raadsbriefing')
  await expect(
    page.getByText(/^U hebt dit te vaak geprobeerd\. Wacht (59|60) minuten en probeer het opnieuw\.$/),
  ).toBeVisible()
  await expect(page.getByLabel('E-mailadres')).toHaveValue('haast@nergens.example')
})

// Seen to fail with either of the two counts taken out of its route.
test('one network asks for thirty links in an hour and tries sixty, whatever the addresses', async () => {
  const app = await startApp()
  const send = async (path: string, fields: Record<string, string>) =>
    (
      await fetch(app.baseUrl + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: app.baseUrl },
        body: new URLSearchParams(fields),
      })
    ).status
  const statuses = async (times: number, one: (at: number) => Promise<number>) => {
    const seen: number[] = []
    for (let at = 0; at < times; at++) seen.push(await one(at))
    return seen
  }
  const asked = await statuses(31, (at) => send('/inloggen', { address: `nummer-${at}@nergens.example` }))
  const tried = await statuses(61, (at) => send(`/inloggen/geraden-${at}`, {}))
  expect({ asked, tried }).toEqual({
    asked: [...Array(30).fill(302), 429],
    tried: [...Array(60).fill(422), 429],
  })
  await app.stop()
})

test('a second click, and a link opened when signed in already, end where one wanted to be', async ({ app, page }) => {
  const clerk = await aClerk(app)
  const token = await signInLinkFor(app.db, clerk.emailAddressId, '/account')
  await page.goto(`/inloggen/${token}`)
  await page.getByRole('button', { name: 'Inloggen als griffier' }).click()
  await expect(page).toHaveURL('/account')
  await page.goto(`/inloggen/${token}`)
  await expect(page.getByText('u bent al ingelogd')).toBeVisible()

  const other = await signInLinkFor(app.db, clerk.emailAddressId, '/account')
  const before = await page.context().cookies()
  await page.goto(`/inloggen/${other}`)
  await page.getByRole('button', { name: 'Inloggen als griffier' }).click()
  await expect(page).toHaveURL('/account')
  expect((await page.context().cookies())[0]?.value, 'every sign-in has a cookie of its own').not.toBe(before[0]?.value)
  await expect(page.getByRole('listitem').filter({ hasText: 'Dit apparaat' })).toHaveCount(1)
  await expect(page.getByText('Een ander apparaat'), 'the cookie that was replaced is over').toHaveCount(0)
})

test('signing out everywhere ends the other device with its next click', async ({ app, page, context, browser }) => {
  const clerk = await aClerk(app)
  await signIn(app, context, clerk)
  const elsewhere = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false })
  await signIn(app, elsewhere, clerk)
  const screen = await elsewhere.newPage()
  await screen.goto('/account')
  await page.goto('/account')
  await expect(page.getByText('Een ander apparaat')).toHaveCount(1)
  await page.getByRole('button', { name: 'Overal uitloggen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent uitgelogd')
  await screen.reload()
  await expect(screen).toHaveURL(/\/inloggen\?naar=/)
  await elsewhere.close()
})

test('the log names no address, no name and no token, whatever goes wrong', async () => {
  const app = await startApp({ LOG_LEVEL: 'debug' })
  const clerk = await aClerk(app)
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(app.baseUrl + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: app.baseUrl, cookie },
      body: new URLSearchParams(fields),
    })
  for (let attempt = 0; attempt < 6; attempt++) await send('/inloggen', { address: clerk.address })
  const link = await mailedLink(app, clerk.address)
  const cookie = (await send(link, {})).headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(cookie).toContain('raadsbriefing=')
  await send(link, {}, cookie)
  await send('/account', { intent: 'endSignIn', signInId: clerk.address }, cookie)
  await app.db.schema.alterTable('sign_in_token').renameTo('sign_in_token_away').execute()
  expect((await send('/inloggen/een-link-die-breekt', {})).status).toBe(500)
  await send('/inloggen', { address: clerk.address })
  await app.stop()

  const output = app.portal.output()
  expect(output, 'the failure itself was logged').toContain('request failed')
  const secrets = [
    clerk.address,
    clerk.name,
    'een-link-die-breekt',
    link.split('/').at(-1),
    cookie.split('=')[1],
    '@proef.example',
  ]
  for (const secret of secrets) expect(output).not.toContain(secret)
})
