import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, startApp, test } from '#tests/support/app.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { startPortal } from '#tests/support/portal-process.ts'
import { signIn } from '#tests/support/sign-in.ts'

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="44" height="44"><path d="M0 0h8v8H0z"/></svg>'

test('a logo stands in the header of visitors, clerks and staff, from our own address', async ({ browser }) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'logo-'))
  const path = join(folder, 'logo.svg')
  writeFileSync(path, square)
  const app = await startApp({ BRAND_LOGO_PATH: path })
  const [clerk, planner] = [
    await aPerson(app.db, [{ role: 'deputyClerk', councilId: await councilOf(app.db, 'leiderdorp') }]),
    await aPerson(app.db, [{ role: 'planner' }]),
  ]
  for (const [person, address] of [
    [undefined, '/'],
    [clerk, '/griffie'],
    [planner, '/beheer/wachtrij'],
  ] as const) {
    const context = await browser.newContext({ baseURL: app.baseUrl })
    if (person) await signIn(app, context, person)
    const page = await context.newPage()
    await page.goto(address)
    const logo = page.getByRole('banner').getByRole('img', { name: 'Raadsbriefing' })
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth), 'the picture is drawn').toBe(44)
    await expect(page.getByRole('banner').getByRole('link', { name: 'Raadsbriefing', exact: true })).toBeVisible()
    const file = await fetch(new URL((await logo.getAttribute('src')) ?? '', app.baseUrl))
    expect(file.headers.get('content-type')).toContain('image/svg+xml')
    expect(file.headers.get('content-security-policy')).toContain("script-src 'none'")
    expect(file.headers.get('cache-control')).toContain('immutable')
    await context.close()
  }
  await app.stop()
  rmSync(folder, { recursive: true })
})

test('without a logo there is no picture', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('banner').getByRole('img')).toHaveCount(0)
  await expect(page.getByRole('banner').getByRole('link', { name: 'Raadsbriefing', exact: true })).toBeVisible()
})

for (const [what, content, sentence] of [
  ['no file', undefined, 'BRAND_LOGO_PATH: dit bestand is er niet'],
  ['a file that is no picture', 'geen plaatje', 'BRAND_LOGO_PATH: dit bestand is geen plaatje'],
  ['a file that is too big', square.padEnd(300_000), 'BRAND_LOGO_PATH: dit bestand is groter dan 200 kB'],
] as const)
  test(`${what}: the portal does not start, and says why`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'logo-'))
    const path = join(folder, 'logo.svg')
    if (content !== undefined) writeFileSync(path, content)
    await expect(startPortal({ BRAND_LOGO_PATH: path, DATA_DIR: folder })).rejects.toThrow(sentence)
    rmSync(folder, { recursive: true })
  })
