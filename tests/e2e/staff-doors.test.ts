import type { StaffRole } from '#app/domain/access/viewer.ts'
import { expect, test } from '#tests/support/app.ts'
import { aPerson } from '#tests/support/people.ts'
import { signIn } from '#tests/support/sign-in.ts'

const roles: StaffRole[] = ['planner', 'accountManager', 'administrator']

for (const role of roles)
  test(`every door of the rail leads somewhere for a ${role}, and has a shortcut that the list names`, async ({
    browser,
    app,
  }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext({ baseURL: app.baseUrl, javaScriptEnabled: false })
    await signIn(
      app,
      context,
      await aPerson(app.db, [role === 'accountManager' ? { role, regionId: 'leidse-regio' } : { role }]),
    )
    const page = await context.newPage()
    await page.goto('/beheer/wachtrij')
    const rail = page.getByRole('navigation', { name: 'Hoofdmenu' })
    const doors = await rail
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => ({ href: link.getAttribute('href') ?? '', key: (link as HTMLAnchorElement).accessKey })),
      )
    expect(doors.length).toBeGreaterThanOrEqual(5)
    expect(new Set(doors.map(({ key }) => key)).size, 'every door has a key of its own').toBe(doors.length)
    for (const { href } of doors) expect((await page.goto(href))?.status(), href).toBe(200)
    await page.goto('/beheer')
    await expect(page).toHaveURL(role === 'administrator' ? /\/beheer\/personen$/ : /\/beheer\/sprekers$/)
    const settings = page.getByRole('navigation', { name: 'Beheer' }).getByRole('link')
    const hrefs = await settings.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(hrefs.length).toBeGreaterThanOrEqual(2)
    for (const href of hrefs) expect((await page.goto(href))?.status(), href).toBe(200)

    await page.goto('/beheer/toetsen')
    for (const { href, key } of doors) {
      const row = page.getByRole('row').filter({ has: page.locator('kbd', { hasText: key }) })
      await expect(row.getByRole('link')).toHaveAttribute('href', href)
    }
    await page.keyboard.press('1')
    await expect(page, 'a bare key leads nowhere').toHaveURL(/toetsen$/)
  })
