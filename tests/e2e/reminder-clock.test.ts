import { expect, test } from '@playwright/test'
import { isQuiet } from '#app/domain/inviting/reminder-moment.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import type { Db } from '#db/connection.server.ts'
import { listClosedPeriods } from '#db/scheduling/closed-periods.ts'
import { aPublishedEvening, deliverAll, registers } from '#tests/support/evenings.ts'
import { amsterdam, aSite } from '#tests/support/here-and-now.ts'
import { registrationIdOf, remindersOf } from '#tests/support/reminders.ts'
import { aSharedPlace, type SharedPlace } from '#tests/support/shared-place.ts'

test.describe.configure({ timeout: 180_000 })

let place: SharedPlace
test.afterEach(() => place.remove())

const shiftedClock = new URL('../support/shifted-clock.mjs', import.meta.url).href

/** The last day before today that is no recess and no holiday. Not today: a job is done when the clock of the database has come to it. */
async function aDayWithReminders(db: Db): Promise<Temporal.PlainDate> {
  let day = Temporal.Now.plainDateISO('Europe/Amsterdam')
  do day = day.subtract({ days: 1 })
  while ((await listClosedPeriods(db, day, day)).some(isQuiet))
  return day
}

test('a running worker reminds by itself, five minutes past the hour: who is silent two weeks ahead, who comes two days ahead', async () => {
  place = await aSharedPlace('seeded')
  const { db, mails } = place
  const day = await aDayWithReminders(db)
  const at = (days: number, time: string) => amsterdam(`${day.add({ days })}T${time}`)
  const longAgo = at(-10, '09:00')

  /** Who comes has said so; who is silent has not answered. */
  const eveningAhead = async (days: number, silent?: string) => {
    const plan = { start: at(days, '19:30'), end: at(days, '21:00') }
    const evening = await aPublishedEvening(db, plan, ['leiderdorp'], { site: aSite, at: longAgo })
    for (const address of [`komt-${days}@raad.example`, ...(silent ? [silent] : [])])
      await registers(db, evening.linkToken, address, longAgo)
    const registrationId = await registrationIdOf(db, evening.id, `komt-${days}@raad.example`)
    const yes = { registrationId, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: longAgo } as const
    await recordAnswer(db, aSite, yes, longAgo)
    await deliverAll(db, evening.id)
    return evening.id
  }
  const [inTwoWeeks, aDayLater, inTwoDays] = [
    await eveningAhead(14, 'stil-14@raad.example'),
    await eveningAhead(15, 'stil-15@raad.example'),
    await eveningAhead(2),
  ]
  const reminded = async (id: string) => (await remindersOf(db, id)).map(({ recipient, state }) => [recipient, state])

  const beforeTheHour = at(0, '11:04:15')
  await place.start({
    ROLE: 'worker',
    NODE_OPTIONS: `--import=${shiftedClock}`,
    CLOCK_STARTS_AT: beforeTheHour.toString(),
  })
  await expect.poll(() => reminded(inTwoWeeks), { timeout: 90_000 }).toEqual([['stil-14@raad.example', 'sent']])
  await expect.poll(() => reminded(inTwoDays), { timeout: 20_000 }).toEqual([['komt-2@raad.example', 'sent']])
  expect(await reminded(aDayLater), 'not a day too early').toEqual([])

  const asked = await mails.waitFor('stil-14@raad.example')
  expect(asked.subject).toMatch(/^Komt u\? /)
  expect(asked.raw).toMatch(/^List-Unsubscribe:\s+</m)
  const posted = await db.selectFrom('outbox').select('created_at').where('kind', '=', 'reminder').execute()
  for (const { created_at } of posted) {
    const moment = Temporal.Instant.from(new Date(created_at).toISOString())
    expect(moment.since(at(0, '11:05')).total('seconds'), 'when the clock struck').toBeGreaterThanOrEqual(0)
  }
})
