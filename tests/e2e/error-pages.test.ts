import type { Page } from '@playwright/test'
import { expect, startApp, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { findSamples, linkSecret } from '#tests/support/route-samples.ts'
import { signIn, signInLinkFor } from '#tests/support/sign-in.ts'

/** Sends a form that no page of ours holds, from a page of ours; gives back the status. */
async function send(page: Page, path: string, fields: Record<string, string>): Promise<number> {
  await page.goto('/privacy')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  const loaded = page.waitForEvent('load')
  await page.evaluate(
    ([action, entries]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      for (const [name, value] of Object.entries(entries))
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
      document.body.append(form)
      form.submit()
    },
    [path, fields] as const,
  )
  const response = await answered
  await loaded
  return response.status()
}

// The 404 and the forms that are refused at a field are walked by accessibility.test.ts.
test('every page that says no can be used by everybody, in the house style, with a way on', async ({ browser }) => {
  test.setTimeout(240_000)
  const app = await startApp({ LINK_SECRET: linkSecret })
  const { session } = await findSamples(app.db)
  const context = await browser.newContext({ baseURL: app.baseUrl })
  const page = await context.newPage()
  const opens = async (path: string) => (await page.goto(path))?.status()
  const { id } = session('published')
  const cancelling = `/beheer/sessies/${id}/annuleren`
  const clerk = await aPerson(app.db, [{ role: 'clerksOfficeStaff', councilId: await councilOf(app.db, 'leiderdorp') }])
  const planner = await aPerson(app.db, [{ role: 'planner' }])
  const usedLink = async () => {
    const token = await signInLinkFor(app.db, clerk.emailAddressId)
    await page.goto(`/inloggen/${token}`)
    await app.db.updateTable('sign_in_token').set({ used_at: Temporal.Now.instant().toString() }).execute()
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Inloggen als griffier' }).click()
    return (await answered).status()
  }
  const fromElsewhere = async () => {
    const form = `<form method="post" action="${app.baseUrl}/inloggen"><input name="address" value="een@proef.example"><button>Win een prijs</button></form>`
    await page.route('http://elders.example/', (route) => route.fulfill({ contentType: 'text/html', body: form }))
    await page.goto('http://elders.example/')
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button').click()
    const status = (await answered).status()
    await page.waitForLoadState()
    return status
  }
  const tooOften = async () => {
    let status = 0
    for (let attempt = 0; attempt < 6; attempt++)
      status = await send(page, '/inloggen', { address: 'een@proef.example' })
    return status
  }
  const conflict = () => send(page, cancelling, { version: '0', reason: 'De spreker is ziek.', step: 'annuleren' })
  const broken = async () => {
    await app.db.schema.alterTable('sign_in').renameTo('sign_in_away').execute()
    return opens('/account')
  }
  const steps: [status: number, what: string, happens: () => Promise<number | undefined>, as?: typeof clerk][] = [
    [403, 'a form from another site', fromElsewhere],
    [405, 'a form where none is', () => send(page, '/privacy', { a: 'b' })],
    [413, 'a form that is too big', () => send(page, '/inloggen', { address: 'a'.repeat(300_000) })],
    [400, 'a form that no page of ours sends', () => send(page, '/inloggen', { 'address[99999]': 'x' })],
    [422, 'a link that was used meanwhile', usedLink],
    [429, 'too many attempts', tooOften],
    [403, 'a page of staff for a clerk', () => opens('/beheer/wachtrij'), clerk],
    [404, 'an evening that is not hers', () => opens(`/griffie/sessies/${crypto.randomUUID()}/reacties`), clerk],
    [404, 'a link of a councillor that is broken', () => opens('/bijeenkomst/verminkt')],
    [404, 'her own page that is gone', () => opens('/mijn/verminkt/gegevens')],
    [409, 'what somebody else changed first', conflict, planner],
    [500, 'our own mistake', broken, planner],
  ]
  const faults: string[] = []
  for (const [status, what, happens, as] of steps) {
    await context.clearCookies()
    if (as) await signIn(app, context, as)
    expect(await happens(), what).toBe(status)
    const main = page.locator('main')
    if (/^\/(bijeenkomst|mijn)/.test(new URL(page.url()).pathname))
      await expect(main, what).toContainText('Vraag uw griffie om de aanmeldlink')
    await expect(main, what).toHaveCount(1)
    expect(await page.locator('main a, main button').count(), `${what}: a way on`).toBeGreaterThan(0)
    await expect(page.getByRole('banner'), what).toHaveCount(1)
    faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`))
  }
  await context.close()
  await app.stop()
  expect(faults).toEqual([])
  expect(app.portal.output().match(/request failed/g), 'only our own mistake is logged as one').toHaveLength(1)
})
