import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { starts } from './calendar-fixture.ts'

const script = fileURLToPath(new URL('./print-calendars.ts', import.meta.url))

function composedIn(zone: string): { zone: string; objects: string[] } {
  return JSON.parse(execFileSync(process.execPath, [script], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }))
}

/** The instant the object means, by its own VTIMEZONE. */
function startOf(object: string): number {
  const event = new ICAL.Component(ICAL.parse(object)).getFirstSubcomponent('vevent')
  const start = event?.getFirstPropertyValue('dtstart')
  return start instanceof ICAL.Time ? start.toUnixTime() * 1000 : Number.NaN
}

for (const zone of ['UTC', 'America/New_York', 'Europe/Amsterdam', 'Pacific/Auckland']) {
  test(`a server in ${zone} writes every evening at the right hour, around both changes of the clock`, () => {
    const composed = composedIn(zone)
    expect(composed.zone).toBe(zone)
    expect(composed.objects.map(startOf)).toEqual(starts.map((start) => start.epochMilliseconds))
    const evenings = composed.objects.slice(-2).map((object) => /^DTSTART;.*$/m.exec(object)?.[0])
    expect(evenings).toEqual([
      'DTSTART;TZID=Europe/Amsterdam:20270112T193000',
      'DTSTART;TZID=Europe/Amsterdam:20270706T193000',
    ])
  })
}

test('the bytes do not depend on the zone of the server', () => {
  expect(composedIn('America/New_York').objects).toEqual(composedIn('UTC').objects)
})
