import type { Page } from '@playwright/test'
import { expect, startApp, test } from '#tests/support/app.ts'
import { faultsOf } from '#tests/support/page-checks.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { findSamples, linkSecret } from '#tests/support/route-samples.ts'
import { signIn } from '#tests/support/sign-in.ts'

type Started = Awaited<ReturnType<typeof startApp>>

test.describe('who did not answer, and whose mail came back', () => {
  let app: Started
  test.beforeAll(async () => {
    app = await startApp({ LINK_SECRET: linkSecret })
  })
  test.afterAll(() => app.stop())

  async function signInAs(page: Page, who: 'clerk' | 'planner') {
    const councilId = await councilOf(app.db, 'leiderdorp')
    const person = await aPerson(app.db, [who === 'clerk' ? { role: 'deputyClerk', councilId } : { role: 'planner' }])
    await signIn(app, page.context(), person)
  }

  /** Somebody with a seat at the evening of the samples who has not answered. */
  async function aSilentMember() {
    const { registration, session } = await findSamples(app.db)
    const { id } = session('published')
    const person = await aPerson(app.db, [], 'Stil Raadslid')
    const { council_id } = await app.db
      .selectFrom('registration')
      .select('council_id')
      .where('id', '=', registration.id)
      .executeTakeFirstOrThrow()
    const before = Temporal.Now.instant().subtract({ hours: 24 * 8 })
    await app.db
      .insertInto('registration')
      .values({
        briefing_session_id: id,
        person_id: person.personId,
        council_id,
        role: 'councillor',
        place: 'seat',
        registered_at: before.toString(),
      })
      .execute()
    return { id, ...person }
  }

  test('a griffier sees how many get a reminder, sends it once by keyboard, and reads that one time is left', async ({
    page,
  }) => {
    const { id, address } = await aSilentMember()
    const quiet = await aSilentMember()
    await app.db
      .updateTable('email_address')
      .set({ reminders_stopped_at: Temporal.Now.instant().toString() })
      .where('id', '=', quiet.emailAddressId)
      .execute()
    await signInAs(page, 'clerk')
    await page.goto(`${app.baseUrl}/griffie/sessies/${id}/reacties`)
    expect(await faultsOf(page)).toEqual([])
    await expect(page.getByText('U kunt 2 keer een herinnering sturen.')).toBeVisible()
    await page.getByRole('link', { name: 'Herinner wie nog niet reageerde' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Herinner wie nog niet reageerde')
    await expect(page.getByText('1 deelnemer heeft herinneringen uitgezet.')).toBeVisible()
    await expect(page.locator('main')).not.toContainText('Stil Raadslid')
    expect(await faultsOf(page)).toEqual([])
    const order = await page.locator('input[name=opdracht]').inputValue()
    await page.getByRole('button', { name: /herinnering(en)? versturen$/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText('De herinneringen zijn onderweg')
    await expect(page.getByText(/^Dit is 1 keer gedaan, op .+ Nog 1 keer, vanaf .+\.$/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Herinner wie nog niet reageerde' })).toHaveCount(0)

    const [cookie] = await page.context().cookies()
    const send = (opdracht: string) =>
      fetch(`${app.baseUrl}/griffie/sessies/${id}/herinneren`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: app.baseUrl, cookie: `${cookie?.name}=${cookie?.value}` },
        body: new URLSearchParams({ opdracht }),
      })
    expect((await send(order)).status, 'the same form once more').toBe(302)
    expect((await send(crypto.randomUUID())).status, 'another window').toBe(422)
    expect((await send('geen nummer')).status).toBe(400)

    await page.goto(`${app.baseUrl}/griffie/sessies/${id}/herinneren`)
    await expect(page.getByRole('button', { name: /versturen$/ })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    await expect.poll(() => app.mails.to(address).length).toBe(1)
    const [mail] = app.mails.to(address)
    expect(mail?.parsed.subject).toMatch(/^Komt u\? /)
    expect(mail?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(app.mails.to(quiet.address)).toEqual([])
    await app.db.deleteFrom('council_reminder').execute()
  })

  test('mail that came back: the griffier reads it in the overview and the register, staff see how to phone', async ({
    page,
  }) => {
    const { id, name, address, personId, emailAddressId } = await aSilentMember()
    await app.db
      .updateTable('email_address')
      .set({ suspended_at: Temporal.Now.instant().toString(), suspended_reason: '5.1.1' })
      .where('id', '=', emailAddressId)
      .execute()
    await signInAs(page, 'clerk')
    await page.goto(`${app.baseUrl}/griffie`)
    expect(await faultsOf(page)).toEqual([])
    await page
      .getByRole('listitem')
      .filter({ hasText: /Mail aan .+ kwam(en)? niet aan/ })
      .getByRole('link', { name: /^Bekijk wie van / })
      .click()
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('Mail kwam niet aan: het adres klopt niet')
    await expect(page.locator('main')).toContainText('Vraag om een nieuwe aanmelding met het goede adres')
    await expect(page.locator('main')).not.toContainText(address)
    await expect(row).not.toContainText('telefoonnummer')
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${app.baseUrl}/griffie/sessies/${id}/herinneren`)
    await expect(page.locator('main')).toContainText(/kunnen wij niet mailen: (het|hun) adres klopt niet/)

    await page.context().clearCookies()
    await signInAs(page, 'planner')
    await page.goto(`${app.baseUrl}/beheer/sessies/${id}/reacties`)
    await expect(row).toContainText('Geen telefoonnummer bekend: bel de griffie')
    await app.db.updateTable('person').set({ phone: '06 00000000' }).where('id', '=', personId).execute()
    await page.reload()
    await expect(row).toContainText('Bel 06 00000000')
    await expect(page.locator('main')).not.toContainText(address)
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${app.baseUrl}/beheer/sessies/${id}/herinneren`)
    expect(await faultsOf(page)).toEqual([])
  })
})
