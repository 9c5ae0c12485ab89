import { expect, type Page, test } from '@playwright/test'
import { everyMail } from '#emails/samples/every-mail.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { siteAt } from '#tests/support/here-and-now.ts'
import { aFailedInvitation, anIncomingMail } from '#tests/support/mail-samples.ts'
import { expectGoodPage } from '#tests/support/page-checks.ts'
import { aPerson } from '#tests/support/people.ts'
import { findSamples, linkSecret } from '#tests/support/route-samples.ts'
import { cookieOf, signIn } from '#tests/support/sign-in.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

let app: App & { stop: () => Promise<void> }
let planner: string
let invited: Awaited<ReturnType<typeof aFailedInvitation>>
let about: { personId: string; sessionId: string }
test.beforeAll(async () => {
  test.setTimeout(120_000)
  app = await startApp({ LINK_SECRET: linkSecret, MAIL_DOMAIN: 'briefings.example' })
  const { registration } = await findSamples(app.db)
  about = registration
  await app.db.deleteFrom('outbox').execute()
  invited = await aFailedInvitation(app.db, siteAt(app.baseUrl, linkSecret), about)
  planner = (await aPerson(app.db, [{ role: 'planner' }])).personId
})
test.afterAll(() => app.stop())
test.beforeEach(async ({ context }) => signIn(app, context, { personId: planner }))

/** What an open mail shows, in the frame, on the page and in the bytes of both. */
async function everythingShown(page: Page, path: string): Promise<string> {
  const cookie = await cookieOf(app.db, planner)
  const bodies = await Promise.all(
    [path, `${path}/html`, `${path}.data`].map(async (each) =>
      (await fetch(app.baseUrl + each, { headers: { cookie } })).text(),
    ),
  )
  return [...bodies, await page.content()].join('\n')
}

/** How many colours the frame shows to the eye, borders left out. */
async function coloursIn(page: Page): Promise<number> {
  const picture = (await page.locator('iframe').screenshot()).toString('base64')
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
    canvas?.drawImage(image, 0, 0)
    const pixels = canvas?.getImageData(20, 20, image.width - 40, image.height - 40).data ?? []
    const colours = new Set<number>()
    for (let at = 0; at < pixels.length; at += 4)
      colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0))
    return colours.size
  }, picture)
}

test('a planner finds the mail that failed, sees it as it looked, and sends it once more', async ({ page }) => {
  test.setTimeout(180_000)
  const blocked: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/i.test(message.text())) blocked.push(message.text())
  })
  await page.goto(`${app.baseUrl}/beheer/wachtrij`)
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Post' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uitgaande post')
  await expect(page.getByRole('link', { name: '1 mislukt' })).toBeVisible()
  await page.getByLabel('Toestand', { exact: true }).selectOption({ label: 'mislukt' })
  await page.getByLabel('Naam of heel mailadres').fill(invited.address.toUpperCase())
  await page.getByRole('button', { name: 'Lijst tonen' }).click()
  await expect(page).toHaveURL(/toestand=mislukt/)
  await expect(page.getByLabel('Toestand', { exact: true })).toHaveValue('mislukt')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expectGoodPage(page, 'uit')
  await page.locator('tbody a').first().click()
  await expect(page.getByText('De mailserver kent dit adres niet')).toBeVisible()

  // The frame really shows the mail, in its own look, and nothing in it can be clicked.
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('U hebt zich aangemeld voor deze bijeenkomst van de provincie.')).toBeVisible()
  await expect(frame.getByText('Ja, ik kom')).toBeVisible()
  const button = await frame.getByText('Ja, ik kom').evaluate((element) => ({
    background: getComputedStyle(element.closest('a') ?? element).backgroundColor,
    origin: self.origin,
  }))
  expect(button).toEqual({ background: 'rgb(40, 31, 107)', origin: 'null' })
  await expect(frame.locator('[href], [src], form, script')).toHaveCount(0)
  // Words can be there without being drawn: a frame below the fold is drawn when it comes into view, and then it is not one colour.
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect.poll(() => coloursIn(page)).toBeGreaterThan(2)
  if (process.env.SHOTS) await page.locator('iframe').screenshot({ path: `${process.env.SHOTS}/post-frame.png` })
  await frame.getByText('Ja, ik kom').click()
  await expect(frame.getByText('Ja, ik kom')).toBeVisible()
  await expect(page.getByText('Uitnodiging: de agenda vraagt om een antwoord')).toBeVisible()
  await page.getByText('Bekijk de hele mail met alle regels').click()
  await expect(page.getByText('BEGIN:VCALENDAR').first()).toBeVisible()
  await expectGoodPage(page, 'mail')
  const path = `/beheer/post/${invited.id}`
  const shown = await everythingShown(page, path)
  expect(shown).toContain('rsvp+••••••@briefings.example')
  for (const secret of invited.secrets) expect(shown).not.toContain(secret)
  expect(blocked).toEqual([])

  await page.goto(app.baseUrl + path)
  await page.getByRole('link', { name: 'Opnieuw versturen' }).click()
  await expect(page.getByText('Er is nog niets verstuurd.')).toBeVisible()
  await expect(page.getByText('Wij sturen u deze uitnodiging nog een keer.')).toBeVisible()
  await expectGoodPage(page, 'opnieuw')
  expect(app.mails.to(invited.address), 'seeing it sends nothing').toEqual([])
  await page.getByRole('button', { name: 'Mail versturen' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('De mail staat klaar en gaat zo weg.')
  const arrived = await app.mails.waitFor(invited.address)
  expect(arrived.text).toContain('Wij sturen u deze uitnodiging nog een keer.')

  // The same form once more: a second click, or a second tab.
  const cookie = await cookieOf(app.db, planner)
  const body = new URLSearchParams()
  const again = await fetch(`${app.baseUrl}${path}/opnieuw`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: app.baseUrl },
    body,
  })
  expect(again.headers.get('location')).toMatch(/\?gedaan=al$/)
  expect(app.mails.to(invited.address)).toHaveLength(1)
  await page.goto(`${app.baseUrl}${path}`)
  await expect(page.getByText('Opnieuw versturen kan niet.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Alle versies van deze afspraak' })).toBeVisible()
})

test('only our own pages may frame a mail, and its document can do nothing', async () => {
  const cookie = await cookieOf(app.db, planner)
  const answer = await fetch(`${app.baseUrl}/beheer/post/${invited.id}/html`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  const policy = answer.headers.get('content-security-policy') ?? ''
  for (const part of ["default-src 'none'", "frame-ancestors 'self'", "form-action 'none'", 'sandbox'])
    expect(policy.split('; ')).toContain(part)
  const page = await fetch(`${app.baseUrl}/beheer/post/${invited.id}`, { headers: { cookie } })
  expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'")
  const list = await fetch(`${app.baseUrl}/beheer/post`, { headers: { cookie } })
  expect(list.headers.get('content-security-policy')).not.toContain('frame-src')
})

test('an answer that came in is shown with what became of it; a hostile one does nothing', async ({ page }) => {
  const html =
    `<body onload="document.title='kwaad'"><h2>Ik kom graag</h2><script>top.location='https://kwaad.example'</script>` +
    `<a href="${app.baseUrl}/mijn/${invited.secrets[0]}">hier</a><img src="https://kwaad.example/x.png" alt="bloem">` +
    `<meta http-equiv="refresh" content="0;url=/uitloggen"><form action="/uitloggen" method="post"><button>x</button></form>`
  const raw = Buffer.from(
    [
      'From: Ans de Verzonnene <ans@raadslid.example>',
      `To: rsvp+${invited.secrets[1]}@briefings.example`,
      'Subject: Ik ben erbij',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
    ].join('\r\n'),
  )
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== app.baseUrl) elsewhere.push(request.url())
  })
  const id = await anIncomingMail(app.db, raw, about)
  await page.goto(`${app.baseUrl}/beheer/post/binnen`)
  await expectGoodPage(page, 'binnen')
  await page.getByRole('link', { name: 'Ik ben erbij' }).click()
  await expect(page.getByText('Antwoord opgeslagen')).toBeVisible()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Ik kom graag' })).toBeVisible()
  await expect(frame.getByText('[afbeelding: bloem]')).toBeVisible()
  await expect(frame.locator('[href], img, form, script, meta[http-equiv]')).toHaveCount(0)
  await expectGoodPage(page, 'binnen-mail')
  const shown = await everythingShown(page, `/beheer/post/binnen/${id}`)
  for (const secret of invited.secrets) expect(shown).not.toContain(secret)
  expect(elsewhere).toEqual([])
})

test('every mail has a sample that can be looked at', async ({ page }) => {
  await page.goto(`${app.baseUrl}/beheer/post/voorbeelden`)
  await expectGoodPage(page, 'voorbeelden')
  await page
    .getByRole('link', { name: /^Gewijzigd: zaal van/ })
    .last()
    .click()
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('Burgerzaal, Voorbeeldplein 1, Leiderdorp').first()).toBeVisible()
  await expectGoodPage(page, 'voorbeeld')
})

test('no mail is wider than a phone, whatever address is written out in it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  for (const [name, { html }] of Object.entries(everyMail)) {
    await page.setContent(html)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, name).toBeLessThanOrEqual(360)
  }
})

test('withheld mail says why and where to repair it; purged mail says when', async ({ page }) => {
  await page.goto(`${app.baseUrl}/beheer/post`)
  await page.getByLabel('Ook tegengehouden mails').check()
  await page.getByRole('button', { name: 'Lijst tonen' }).click()
  await expect(page.getByText('DOS-nummer ontbreekt').first()).toBeVisible()
  await expectGoodPage(page, 'tegengehouden')
  await page.getByRole('link', { name: 'Vul het DOS-nummer in' }).first().click()
  await expect(page).toHaveURL(/\/dos-nummer$/)
  await app.db
    .updateTable('outbox')
    .set({ raw: Buffer.alloc(0), recipient: '', subject: '', purged_at: '2027-02-03T10:00:00Z' })
    .where('id', '=', invited.id)
    .execute()
  await page.goto(`${app.baseUrl}/beheer/post/${invited.id}`)
  await expect(page.getByText('De tekst is verwijderd op woensdag 3 februari 2027, 11.00 uur')).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  await expectGoodPage(page, 'verwijderd')
  await page.goto(`${app.baseUrl}/beheer/post?toestand=vervallen&soort=Wachtlijst`)
  await expect(page.getByRole('heading', { name: 'Geen mails gevonden' })).toBeVisible()
  await expectGoodPage(page, 'leeg')
})
