import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  describeMinutesLeft,
  formatMinutes,
  minutesLeft,
  programmeMinutes,
  SHORTEST_PART,
  suggestMinutes,
} from '#app/domain/catalogue/programme-minutes.ts'

const topic = (id: string, minutesShort: number, minutesStandard: number) => ({ id, minutesShort, minutesStandard })
const whoDoesWhat = topic('wie-doet-wat', 45, 60)
const housing = topic('wonen', 60, 90)
const mobility = topic('bereikbaarheid', 45, 90)

test('standard lengths where they fit, short ones where they must, else the evening is shared out', () => {
  expect(suggestMinutes([whoDoesWhat], 60)).toEqual([{ topicId: 'wie-doet-wat', minutes: 60 }])
  expect(suggestMinutes([whoDoesWhat, housing], 120).map(({ minutes }) => minutes)).toEqual([45, 60])
  expect(suggestMinutes([whoDoesWhat, housing, mobility], 90).map(({ minutes }) => minutes)).toEqual([25, 35, 25])
  expect(suggestMinutes([], 90)).toEqual([])
})

test('whatever is chosen: the order stays, no part is too short, and up to four topics fit in every format', () => {
  const aTopic = fc
    .tuple(fc.integer({ min: 15, max: 90 }), fc.integer({ min: 0, max: 60 }))
    .map(([short, more]) => topic(`t${short}`, short, short + more))
  fc.assert(
    fc.property(
      fc.array(aTopic, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 60, max: 180 }),
      (chosen, format) => {
        const parts = suggestMinutes(chosen, format)
        expect(parts.map(({ topicId }) => topicId)).toEqual(chosen.map(({ id }) => id))
        expect(parts.every(({ minutes }) => minutes >= SHORTEST_PART)).toBe(true)
        expect(minutesLeft(parts, format)).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('totals in numbers and in words', () => {
  expect(programmeMinutes([{ minutes: 45 }, { minutes: 50 }])).toBe(95)
  expect(minutesLeft([{ minutes: 45 }, { minutes: 50 }], 90)).toBe(-5)
  expect(formatMinutes(95)).toBe('95 minuten')
  expect(formatMinutes(1)).toBe('1 minuut')
  expect([25, 0, -35].map(describeMinutesLeft)).toEqual([
    'nog 25 minuten over',
    'dat past precies',
    '35 minuten te lang',
  ])
})
