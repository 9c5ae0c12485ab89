import { expect, startApp, test } from '#tests/support/app.ts'
import { faultsOf, refusalFaultsOf, sendEmptied } from '#tests/support/page-checks.ts'
import { findSamples, linkSecret, type Visitor, visitorCookies } from '#tests/support/route-samples.ts'
import { routeTable } from './route-table.ts'

/** Each page is seen by the first of these who may. */
const visitors: readonly Visitor[] = ['anonymous', 'councillorA', 'clerkA', 'planner', 'administrator']

for (const visitor of visitors) {
  test(`every page can be used by everybody, also when it refuses a form: ${visitor}`, async ({ browser }) => {
    test.setTimeout(480_000)
    const app = await startApp({ LINK_SECRET: linkSecret })
    const samples = await findSamples(app.db)
    const cookies = await visitorCookies(app)
    const context = await browser.newContext({ baseURL: app.baseUrl })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const lines = Object.entries(routeTable).filter(
      ([, line]) => !line.isFile && visitors.find((each) => isPage(line.get[each])) === visitor,
    )
    const faults: string[] = []
    for (const [file, line] of lines) {
      await app.db.deleteFrom('rate_limit').execute()
      await context.clearCookies()
      const [name, value = ''] = (await cookies[visitor]())?.split(/=(.*)/s) ?? []
      if (name) await context.addCookies([{ name, value, url: app.baseUrl }])
      const path = typeof line.path === 'string' ? line.path : await line.path(samples)
      const tell = (found: string[]) => faults.push(...found.map((fault) => `${file}: ${fault}`))
      await page.goto(path)
      tell(await faultsOf(page))
      if (line.post?.[visitor] !== 400 || !(await sendEmptied(page))) continue
      tell((await refusalFaultsOf(page)).map((fault) => `refused, ${fault}`))
      tell((await faultsOf(page)).map((fault) => `refused, ${fault}`))
    }
    await context.close()
    await app.stop()
    expect(faults).toEqual([])
  })
}

test('the checks see a fault when there is one', async ({ page }) => {
  await page.setContent(
    `<html><body><main><img src="x"><p style="width: 4000px">Geen titel, geen taal</p><a href="#nergens">x</a>
     <div class="krap" style="height: 1lh; width: 4ch; overflow: hidden">Te krap</div><input type="email">
     <p class="utrecht-form-field-error-message" id="stil">Staat bij geen veld</p></main></body></html>`,
  )
  const found = (await faultsOf(page)).join('\n')
  for (const fault of [
    'image-alt',
    'html-has-lang',
    'sideways',
    '0 h1',
    'inline styles',
    'div.krap',
    'without autocomplete',
  ])
    expect(found).toContain(fault)
  expect(await refusalFaultsOf(page)).toHaveLength(3)
})

function isPage(status: number): boolean {
  return status === 200 || status === 404
}
