import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { minutesFor, orderInWords, totalInWords } from '#app/components/requesting/running-clock-element.js'
import {
  describeMinutesLeft,
  minutesLeft,
  programmeMinutes,
  suggestMinutes,
} from '#app/domain/catalogue/programme-minutes.ts'

const topic = fc.record({ short: fc.integer({ min: 15, max: 90 }), more: fc.integer({ min: 0, max: 60 }) })

test('the clock in the browser says what the server says, whatever is chosen', () => {
  fc.assert(
    fc.property(fc.array(topic, { maxLength: 8 }), fc.integer({ min: 30, max: 180 }), (topics, evening) => {
      const chosen = topics.map(({ short, more }, index) => ({
        id: String(index),
        minutesShort: short,
        minutesStandard: short + more,
      }))
      const lengths = chosen.map(({ minutesShort, minutesStandard }) => [minutesShort, minutesStandard] as const)
      const parts = suggestMinutes(chosen, evening)
      expect(minutesFor(lengths, evening)).toEqual(parts.map(({ minutes }) => minutes))
      if (parts.length === 0) return
      const said = totalInWords(minutesFor(lengths, evening), evening, 'Thema').toLowerCase()
      expect(said).toContain(`samen ${programmeMinutes(parts)} minuten`)
      expect(said).toContain(describeMinutesLeft(minutesLeft(parts, evening)))
    }),
  )
})

test('what is odd about an order is said, and nothing else', () => {
  expect(orderInWords(['1', '2', '3'], 4)).toBe('')
  expect(orderInWords(['1', '2', '2'], 4)).toContain('plaats 2')
  expect(orderInWords(['1', '1', '2', '3', '4'], 4)).toContain('hooguit 4')
})

test('it stays small', () => {
  const file = readFileSync('app/components/requesting/running-clock-element.js')
  expect(gzipSync(file).length).toBeLessThan(2 * 1024)
})
