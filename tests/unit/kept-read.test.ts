import { expect, test } from '@playwright/test'
import { KeptRead } from '#app/web/kept-read.server.ts'

function aReading() {
  const changes = { generation: 1, isListening: true }
  let times = 0
  const read = async () => ++times
  return { changes, read, kept: new KeptRead<number>(changes) }
}

test('is read once, also by many at the same moment, until something changes', async () => {
  const { changes, read, kept } = aReading()
  expect(await Promise.all(Array.from({ length: 10 }, () => kept.get('today', read)))).toEqual(Array(10).fill(1))
  changes.generation++
  expect(await kept.get('today', read)).toBe(2)
  expect(await kept.get('today', read)).toBe(2)
})

test('another day is another reading', async () => {
  const { read, kept } = aReading()
  expect(await kept.get('today', read)).toBe(1)
  expect(await kept.get('tomorrow', read)).toBe(2)
})

test('of more than it may hold, the oldest goes', async () => {
  const { changes, read } = aReading()
  const kept = new KeptRead<number>(changes, 2)
  const inTurn = async (...keys: string[]) => {
    const values: number[] = []
    for (const key of keys) values.push(await kept.get(key, read))
    return values
  }
  expect(await inTurn('one', 'two', 'one', 'two')).toEqual([1, 2, 1, 2])
  expect(await inTurn('three', 'two', 'one')).toEqual([3, 2, 4])
})

test('readings that fail, however many, push nothing out', async () => {
  const { changes, read } = aReading()
  const kept = new KeptRead<number>(changes, 2)
  await kept.get('one', read)
  for (let count = 0; count < 10; count++)
    await kept.get(`nowhere-${count}`, () => Promise.reject(new Error('404'))).catch(() => {})
  expect(await kept.get('one', read)).toBe(1)
})

test('a reading that began before a change is for those who asked before it', async () => {
  const { changes, kept } = aReading()
  const { promise, resolve } = Promise.withResolvers<number>()
  const early = kept.get('today', () => promise)
  changes.generation++
  const late = kept.get('today', async () => 2)
  resolve(1)
  expect([await early, await late]).toEqual([1, 2])
  expect(await kept.get('today', async () => 3)).toBe(2)
})

test('keeps nothing while changes cannot be heard, and no failure', async () => {
  const { changes, read, kept } = aReading()
  changes.isListening = false
  expect([await kept.get('today', read), await kept.get('today', read)]).toEqual([1, 2])
  changes.isListening = true
  await expect(kept.get('today', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
  expect(await kept.get('today', read)).toBe(3)
})
