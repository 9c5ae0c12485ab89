import { request as rawRequest } from 'node:http'
import { personalToken, reminderToken } from '#app/domain/access/tokens.server.ts'
import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import type { Db } from '#db/connection.server.ts'
import { type App, expect, startApp, test } from '#tests/support/app.ts'
import { siteAt } from '#tests/support/here-and-now.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import { linkSecret } from '#tests/support/route-samples.ts'

type Started = Awaited<ReturnType<typeof startApp>>

const stoppedAt = async (db: Db, emailAddressId: string) =>
  (
    await db
      .selectFrom('email_address')
      .select('reminders_stopped_at')
      .where('id', '=', emailAddressId)
      .executeTakeFirstOrThrow()
  ).reminders_stopped_at

/** As a mail server posts it: no cookie, no origin, nothing that a browser adds. */
function oneClick(app: App, path: string, body: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; location: string | undefined; body: string }>((resolve, reject) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
    const sent = rawRequest(app.baseUrl + path, { method: 'POST', headers: { ...type, ...headers } })
    sent.once('response', async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      const { statusCode: status = 0, headers: answered } = response
      resolve({ status, location: answered.location, body: Buffer.concat(parts).toString() })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

test.describe('stopping reminders', () => {
  let app: Started
  test.beforeAll(async () => {
    app = await startApp({ LINK_SECRET: linkSecret })
  })
  test.afterAll(() => app.stop())
  const body = 'List-Unsubscribe=One-Click'

  test('one click of a mail program stops them: no sign-in, no origin, no redirect; as form or multipart', async () => {
    const senders: Record<string, string>[] = [
      {},
      { origin: 'https://mail.example' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of senders) {
      const { personId, emailAddressId } = await aPerson(app.db)
      const path = `/afmelden/${reminderToken(linkSecret, personId)}`
      await fetch(app.baseUrl + path)
      expect(await stoppedAt(app.db, emailAddressId), 'looking stops nothing').toBeNull()
      const first = await oneClick(app, path, body, headers)
      expect([first.status, first.location]).toEqual([200, undefined])
      expect(first.body).toContain('U krijgt geen herinneringen meer')
      const since = await stoppedAt(app.db, emailAddressId)
      expect(since).not.toBeNull()
      expect((await oneClick(app, path, body, headers)).status).toBe(200)
      expect(await stoppedAt(app.db, emailAddressId), 'twice is once').toBe(since)
    }
    const { personId, emailAddressId } = await aPerson(app.db)
    const parts = `--grens\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--grens--\r\n`
    const multipart = { 'content-type': 'multipart/form-data; boundary=grens' }
    const path = `/afmelden/${reminderToken(linkSecret, personId)}`
    expect((await oneClick(app, path, parts, multipart)).status).toBe(200)
    expect(await stoppedAt(app.db, emailAddressId)).not.toBeNull()
  })

  test('the exception is that one address: elsewhere a form from nowhere is refused', async () => {
    const { personId, emailAddressId } = await aPerson(app.db)
    const own = personalToken(linkSecret, personId, 1)
    for (const path of [`/mijn/${own}/gegevens`, `/afmelden/${own}/x`, '/inloggen', '/afmelden'])
      expect((await oneClick(app, path, body)).status, path).toBe(403)
    expect(await stoppedAt(app.db, emailAddressId)).toBeNull()
  })

  test('the link opens nothing else, nothing else works as the link, and a changed one is not there', async () => {
    const { personId, emailAddressId } = await aPerson(app.db)
    const token = reminderToken(linkSecret, personId)
    const statusOf = async (path: string) => (await fetch(app.baseUrl + path)).status
    expect(await statusOf(`/mijn/${token}`)).toBe(404)
    expect(await statusOf(`/afmelden/${personalToken(linkSecret, personId, 1)}`)).toBe(404)
    const forged = reminderToken('another secret of at least thirty-two characters', personId)
    expect((await oneClick(app, `/afmelden/${forged}`, body)).status).toBe(404)
    expect(await stoppedAt(app.db, emailAddressId)).toBeNull()
  })

  test('who was erased gets a calm answer, with GET and with one click', async () => {
    const { personId } = await aPerson(app.db)
    await eraseParticipant(app.db, siteAt(app.baseUrl, linkSecret), { personId }, Temporal.Now.instant())
    const path = `/afmelden/${reminderToken(linkSecret, personId)}`
    const page = await fetch(app.baseUrl + path)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Uw gegevens zijn gewist')])
    const clicked = await oneClick(app, path, body)
    expect([clicked.status, clicked.body]).toEqual([200, expect.stringContaining('Uw gegevens zijn gewist')])
  })

  test('one link can be used twenty times an hour, and another one meanwhile', async () => {
    const [one, other] = [await aPerson(app.db), await aPerson(app.db)]
    const click = async ({ personId }: typeof one) =>
      (await oneClick(app, `/afmelden/${reminderToken(linkSecret, personId)}`, body)).status
    for (let at = 0; at < 20; at++) expect(await click(one)).toBe(200)
    expect(await click(one)).toBe(429)
    expect(await click(other)).toBe(200)
  })

  test('by keyboard, without JavaScript: stop, start again, and the same switch on one’s own page', async ({
    browser,
  }) => {
    const { personId, emailAddressId } = await aPerson(app.db)
    const context = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false })
    const page = await context.newPage()
    const press = async (name: string) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
    }
    await page.goto(`/afmelden/${reminderToken(linkSecret, personId)}`)
    await expect(page.locator('body')).not.toContainText('Proefpersoon')
    await press('Zet herinneringen uit')
    await expect(page.getByRole('status')).toContainText('De herinneringen staan uit')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U krijgt geen herinneringen meer')
    expect(await stoppedAt(app.db, emailAddressId)).not.toBeNull()
    await press('Zet herinneringen weer aan')
    await expect(page.getByRole('status')).toContainText('De herinneringen staan weer aan')
    expect(await stoppedAt(app.db, emailAddressId)).toBeNull()

    await page.goto(`/mijn/${personalToken(linkSecret, personId, 1)}/gegevens`)
    await press('Zet herinneringen uit')
    await expect(page.getByRole('status')).toContainText('De herinneringen staan uit')
    await expect(page.locator('main')).toContainText('U krijgt geen herinneringen sinds')
    expect(await stoppedAt(app.db, emailAddressId)).not.toBeNull()
    await context.close()
  })

  test('each state of the page can be used by everybody', async ({ page }) => {
    const person = await aPerson(app.db)
    const path = `${app.baseUrl}/afmelden/${reminderToken(linkSecret, person.personId)}`
    for (const state of ['uit', 'aan']) {
      await page.goto(`${path}?gedaan=${state}`)
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('button').last().click()
      await expect(page.getByRole('status')).toBeVisible()
      expect(await faultsOf(page)).toEqual([])
    }
    const events = await app.db
      .selectFrom('audit_event')
      .select('action')
      .where('actor_id', '=', person.personId)
      .orderBy('id')
      .execute()
    expect(events.map(({ action }) => action)).toEqual(['reminders.stopped', 'reminders.resumed'])
  })
})
