import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { feed } from '#emails/inviting/feed.ts'
import { addressed, everyMail } from '#emails/samples/every-mail.ts'
import { anEveningAt } from './feed-fixture.ts'

/** Compares with the kept file, or writes it: npx playwright test --project=unit golden --update-snapshots=all */
function expectGolden(fileName: string, found: string): void {
  const path = fileURLToPath(new URL(`../../golden/${fileName}`, import.meta.url))
  if (test.info().config.updateSnapshots === 'all') writeFileSync(path, found)
  expect(found).toBe(readFileSync(path, 'utf8'))
}

for (const [name, { calendar }] of Object.entries(everyMail)) {
  if (!calendar) continue
  test(`the calendar of ${name} is the golden one, and another parser reads it`, () => {
    expectGolden(`${name}.ics`, calendar.body)
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(calendar.body)).getFirstSubcomponent('vevent') ?? undefined,
    )
    expect(event.uid).toBe('3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11@briefings.example.nl')
    expect(event.attendees).toHaveLength(1)
    const moved = name.endsWith('-changed-time')
    expect(event.startDate.toJSDate().toISOString()).toBe(
      moved ? '2027-07-06T17:30:00.000Z' : '2027-01-12T18:30:00.000Z',
    )
    expect(event.endDate.toJSDate().toISOString()).toBe(moved ? '2027-07-06T19:00:00.000Z' : '2027-01-12T20:00:00.000Z')
  })
}

test('a feed is the golden one', () => {
  const [winter, summer] = ['2027-01-12T18:30:00Z', '2027-07-06T17:30:00Z'].map((start) =>
    anEveningAt(Temporal.Instant.from(start)),
  )
  if (!winter || !summer) throw new Error('two evenings')
  const evenings = [
    winter,
    { ...summer, status: 'cancelled', sequence: 3, cancelReason: 'De spreker is ziek.' } as const,
    { ...summer, status: 'option' } as const,
  ]
  const numbered = evenings.map((evening, at) => ({ ...evening, id: `${at}${evening.id.slice(1)}` }))
  expectGolden('feed.ics', feed('Briefings Leiderdorp', numbered, 'briefings.example.nl'))
})

for (const name of ['invitation', 'request-received']) {
  const mail = everyMail[name]
  if (!mail) throw new Error(name)
  test(`the bytes of ${name} are the golden ones, but for the boundary`, async () => {
    const raw = (await composeRaw(addressed(mail))).toString()
    expectGolden(`${name}.eml`, raw.replace(/_NmP-[0-9a-f]+-/g, '_NmP-boundary-'))
  })
}
