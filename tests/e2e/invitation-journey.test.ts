import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { type App, startApp } from '#tests/support/app.ts'
import { aPublishedEvening, readCalendar } from '#tests/support/evenings.ts'
import { inWeeks, siteAt } from '#tests/support/here-and-now.ts'
import type { DeliveredMail } from '#tests/support/mail-sink.ts'
import { expectGoodPage } from '#tests/support/page-checks.ts'
import { aClerk } from '#tests/support/people.ts'
import { aPlan } from '#tests/support/sessions.ts'
import { signedInPage } from '#tests/support/sign-in.ts'

const linkSecret = 'journey-test-secret-of-at-least-thirty-two'

// A button that is just changing colour has no contrast to judge.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

let app: App & { stop: () => Promise<void> }
test.beforeAll(async () => {
  app = await startApp({ LINK_SECRET: linkSecret })
})
test.afterAll(() => app.stop())

const linkIn = (mail: DeliveredMail, label: string): string => {
  const anchors = [...mail.html.matchAll(/<a[^>]+href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
  const found = anchors.find(([, , text]) => text?.replace(/<[^>]+>/g, '').includes(label))
  if (!found?.[1]) throw new Error(`no link "${label}" in ${mail.subject}`)
  return found[1].replaceAll('&amp;', '&')
}

test('a councillor registers, answers by the link in the mail, is asked again after a move, and hears that it is off', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000)
  const { db, mails, baseUrl } = app
  const site = siteAt(baseUrl, linkSecret)
  const start = inWeeks(8)
  const plan = aPlan({
    title: `Wonen ${randomUUID().slice(0, 4)}`,
    start,
    end: start.add({ minutes: 90 }),
    capacity: 20,
  })
  const evening = await aPublishedEvening(db, plan, ['leiderdorp'], { site, at: Temporal.Now.instant() })
  const address = `roos-${randomUUID().slice(0, 6)}@prive.example`

  await page.goto(`${baseUrl}/bijeenkomst/${evening.linkToken}`)
  await expectGoodPage(page, 'bijeenkomst')
  await expect(page.getByText('Nog 20 plaatsen')).toBeVisible()
  await page.getByRole('link', { name: 'Aanmelden' }).first().click()
  await expectGoodPage(page, 'aanmelden')

  // A refused form says what to do and keeps what was typed.
  await page.getByLabel('Uw naam').fill('Roos Verzonnen')
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByLabel('Uw naam')).toHaveValue('Roos Verzonnen')
  await expect(page.getByRole('link', { name: 'Kies uw rol.' })).toBeVisible()
  await expectGoodPage(page, 'aanmelden-fout')

  await page.getByLabel('Uw e-mailadres').fill(address)
  await page.getByLabel('Raadslid').check()
  await page.getByLabel('Hebt u iets nodig').selectOption({ label: 'Ringleiding' })
  await page.getByRole('button', { name: 'Verder' }).click()
  await expect(page.getByRole('heading', { name: 'Klopt dit?' })).toBeVisible()
  await expect(page).toHaveTitle(/^Klopt dit\? Aanmelden voor /)
  await expectGoodPage(page, 'aanmelden-controleren')
  expect(mails.to(address), 'nothing is kept or sent before the last button').toEqual([])
  await page.getByRole('button', { name: 'Gegevens wijzigen' }).click()
  await expect(page.getByLabel('Uw e-mailadres')).toHaveValue(address)
  await expect(page.getByLabel('Raadslid')).toBeChecked()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Aanmelding versturen' }).click()
  await expect(page.getByRole('heading', { name: 'Kijk in uw mail' })).toBeVisible()
  await expectGoodPage(page, 'aangemeld')

  const invited = await mails.waitFor(address)
  expect(invited.subject).toContain('Uitnodiging')
  expect(invited.subject).toContain('DOS-2026-0001081')
  expect(invited.sender).toMatch(/^bounce\+[0-9a-f-]{36}\.[a-z2-7]{16}@/)
  const first = readCalendar(invited.raw)
  expect(first).toMatchObject({
    method: 'REQUEST',
    sequence: 0,
    attendees: [`mailto:${address}`],
    partstat: 'NEEDS-ACTION',
    hour: 19,
  })
  expect(first?.organizer).toMatch(/^mailto:rsvp\+[a-z2-7]{16}@/)

  // Looking changes nothing, also with the answer in the link: mail scanners look.
  const yes = linkIn(invited, 'Ja, ik kom')
  await page.goto(yes)
  const answerOf = async () =>
    await db
      .selectFrom('registration')
      .select(['answer', 'answer_door'])
      .where('briefing_session_id', '=', evening.id)
      .executeTakeFirstOrThrow()
  expect(await answerOf()).toEqual({ answer: 'none', answer_door: null })
  await expect(page.getByLabel('Ja, ik kom')).toBeChecked()
  await expectGoodPage(page, 'antwoord')
  await page.getByRole('button', { name: 'Antwoord versturen' }).click()
  await expect(page.getByRole('status')).toContainText('Wij hebben uw antwoord bewaard: ja')
  expect(await answerOf()).toEqual({ answer: 'yes', answer_door: 'link' })
  await page.getByLabel('Misschien').check()
  await page.getByRole('button', { name: 'Antwoord wijzigen' }).click()
  await expect(page.getByRole('status')).toContainText('Wij hebben uw antwoord bewaard: misschien')
  expect(await answerOf()).toEqual({ answer: 'maybe', answer_door: 'link' })
  // Nobody waits for her seat: nobody may be promised it.
  await expect(page.getByRole('region', { name: 'Afmelden' })).toContainText('Iemand anders kan dan uw plaats krijgen.')
  await expectGoodPage(page, 'antwoord-bewaard')

  // The griffier sees it, and only her own council's.
  const kim = await aClerk(db, 'leiderdorp', 'Kim Bedacht', `kim-${randomUUID()}@griffie.example`)
  const clerk = await signedInPage(app, browser, kim)
  await clerk.goto(`/griffie/sessies/${evening.id}/reacties`)
  const row = clerk.getByRole('row', { name: /Roos Verzonnen/ })
  await expect(row).toContainText('misschien, via de link')
  await expect(row).toContainText('Geschiedenis: 2 antwoorden')
  expect(await clerk.content()).not.toContain(address)
  expect(await clerk.content()).not.toContain('Ringleiding')
  await expectGoodPage(clerk, 'griffie-reacties')
  await clerk.getByLabel('Deelnemer').selectOption({ index: 1 })
  await clerk.getByLabel('ja', { exact: true }).check()
  await clerk.getByRole('button', { name: 'Reactie bewaren' }).click()
  await expect(row).toContainText('ja, door de griffie (Kim Bedacht)')
  await clerk.context().close()

  // Moved: asked again, one SEQUENCE higher, a later DTSTAMP, in the same thread.
  const { version } = await db
    .selectFrom('briefing_session')
    .select('version')
    .where('id', '=', evening.id)
    .executeTakeFirstOrThrow()
  const moved = { ...plan, start: start.add({ hours: 24 }), end: start.add({ hours: 25, minutes: 30 }) }
  await page.goto(linkIn(invited, 'uw eigen pagina'))
  await changeSession(
    db,
    site,
    { id: evening.id, version, plan: moved, tellAboutText: false, staffId: evening.staffId },
    Temporal.Now.instant(),
  )
  const told = await mails.waitFor(address, ({ subject }) => subject.includes('Gewijzigd: tijd'))
  const second = readCalendar(told.raw)
  expect(second).toMatchObject({
    method: 'REQUEST',
    uid: first?.uid,
    sequence: 1,
    attendees: [`mailto:${address}`],
    partstat: 'NEEDS-ACTION',
  })
  expect((second?.stampedAt ?? '') > (first?.stampedAt ?? '')).toBe(true)
  expect(told.parsed.inReplyTo).toBe(invited.parsed.messageId)
  expect(await answerOf()).toEqual({ answer: 'none', answer_door: null })
  // The page still shows the old time: an answer to it is kept, but does not count.
  await page.getByLabel('Ja, ik kom').check()
  await page.getByRole('button', { name: /Antwoord/ }).click()
  await expect(page.getByRole('alert')).toContainText('De tijd van deze bijeenkomst is intussen gewijzigd')
  expect(await answerOf()).toEqual({ answer: 'none', answer_door: null })
  await page.goto(linkIn(told, 'Ja, ik kom'))
  await page.getByRole('button', { name: 'Antwoord versturen' }).click()
  expect(await answerOf()).toEqual({ answer: 'yes', answer_door: 'link' })

  // One's own data: seen, taken along.
  await page.goto(linkIn(told, 'de pagina met uw gegevens'))
  await expect(page.getByText('Ringleiding')).toBeVisible()
  await expectGoodPage(page, 'gegevens')
  const file = await page.request.get(`${page.url()}.json`)
  expect(await file.json()).toMatchObject({
    naam: 'Roos Verzonnen',
    eMailadres: address,
    bijeenkomsten: [{ antwoord: 'ja' }],
  })

  // Called off: a CANCEL, above everything before.
  const now = await db
    .selectFrom('briefing_session')
    .select('version')
    .where('id', '=', evening.id)
    .executeTakeFirstOrThrow()
  await cancelSession(
    db,
    site,
    { id: evening.id, version: now.version, reason: 'De spreker is ziek.', staffId: evening.staffId },
    Temporal.Now.instant(),
  )
  const off = await mails.waitFor(address, ({ subject }) => subject.includes('Gaat niet door'))
  expect(readCalendar(off.raw)).toMatchObject({
    method: 'CANCEL',
    uid: first?.uid,
    sequence: 2,
    attendees: [`mailto:${address}`],
  })
  await page.goto(linkIn(invited, 'uw eigen pagina'))
  await expect(page.getByText('Deze bijeenkomst gaat niet door')).toBeVisible()
  await expectGoodPage(page, 'gaat-niet-door')

  // Erased: everything is told first, and afterwards the link is not there.
  await page.goto(`${linkIn(off, 'de pagina met uw gegevens')}/wissen`)
  await expectGoodPage(page, 'wissen')
  await expect(page.getByRole('main'), 'nobody waits for her seat').not.toContainText('Uw plaats gaat naar een ander')
  await page.getByRole('button', { name: 'Mijn gegevens wissen' }).click()
  await expect(page.getByRole('heading', { name: 'Uw gegevens zijn gewist' })).toBeVisible()
  expect((await page.goto(linkIn(off, 'de pagina met uw gegevens')))?.status()).toBe(404)
  expect(await db.selectFrom('email_address').select('id').where('address', '=', address).execute()).toEqual([])
  expect(await db.selectFrom('outbox').select('id').where('recipient', '=', address).execute()).toEqual([])
})

test('thirty register: every mail holds one address, and that of nobody else', async ({ request }) => {
  test.setTimeout(180_000)
  const { db, mails, baseUrl } = app
  const site = siteAt(baseUrl, linkSecret)
  const start = inWeeks(9)
  const plan = aPlan({ title: 'Privacy', start, end: start.add({ minutes: 90 }), capacity: 25 })
  const evening = await aPublishedEvening(db, plan, ['leiden'], { site, at: Temporal.Now.instant() })
  const mark = randomUUID().slice(0, 6)
  const people = Array.from({ length: 30 }, (_, at) => ({
    name: `Deelnemer ${mark} nummer ${at}x`,
    address: `deelnemer-${mark}-${at}x@raad.example`,
  }))
  for (const { name, address } of people) {
    const response = await request.post(`${baseUrl}/bijeenkomst/${evening.linkToken}/aanmelden`, {
      headers: { origin: baseUrl },
      form: { name, address, role: 'councillor', stap: 'aanmelden' },
      maxRedirects: 0,
    })
    expect(response.status()).toBe(302)
  }
  for (const { address } of people) await mails.waitFor(address)
  const { version } = await db
    .selectFrom('briefing_session')
    .select('version')
    .where('id', '=', evening.id)
    .executeTakeFirstOrThrow()
  const moved = { ...plan, start: start.add({ hours: 1 }), end: start.add({ hours: 3 }) }
  await changeSession(
    db,
    site,
    { id: evening.id, version, plan: moved, tellAboutText: false, staffId: evening.staffId },
    Temporal.Now.instant(),
  )
  // Five of them wait for a seat: they hear of the new time as well.
  for (const { address } of people) await mails.waitFor(address, ({ subject }) => subject.includes('Gewijzigd'))
  const own = mails.all().filter(({ recipients }) => recipients.some((each) => each.includes(mark)))
  expect(own.length).toBe(60)
  const tokens = await db
    .selectFrom('person')
    .select(['name', 'calendar_token'])
    .where('name', 'like', `Deelnemer ${mark}%`)
    .execute()
  for (const mail of own) {
    expect(mail.recipients).toHaveLength(1)
    const whole = everyByteOf(mail)
    const mine = people.find(({ address }) => address === mail.recipients[0])
    expect(whole).toContain(mine?.address)
    for (const other of people)
      if (other !== mine)
        for (const secret of [other.address, other.name])
          expect(whole.includes(secret), `${secret} in the mail to ${mine?.address}`).toBe(false)
    for (const { name, calendar_token } of tokens)
      if (name !== mine?.name) expect(whole.includes(calendar_token)).toBe(false)
  }
})

/** The mail as it travelled, and every encoded part of it read: base64, quoted-printable and folded lines hide nothing. */
function everyByteOf({ raw, text, html, parsed }: DeliveredMail): string {
  const parts = [...raw.matchAll(/Content-Transfer-Encoding: base64[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/g)]
  const decoded = parts.map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8'))
  const unfolded = [raw, ...decoded].map((each) => each.replace(/=\r\n/g, '').replace(/\r\n[ \t]/g, ''))
  return [raw, text, html, parsed.headerLines.map(({ line }) => line).join('\n'), ...decoded, ...unfolded].join('\n')
}
