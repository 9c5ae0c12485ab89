import { expect, test } from '@playwright/test'
import { together } from '#app/use-cases/inviting/together.ts'

/** Work that lasts until it is let go, and remembers what it was given. */
function someWork() {
  const pieces: string[][] = []
  const held: (() => void)[] = []
  const work = (items: string[]) => {
    pieces.push(items)
    return new Promise<string[]>((done) => held.push(() => done(items.map((item) => `${item} gedaan`))))
  }
  const letGo = async () => {
    held.shift()?.()
    await new Promise(setImmediate)
  }
  return { pieces, work, letGo }
}

// Seen to fail when the next piece began before the one at work had ended.
test('who comes alone waits for nobody, and what comes meanwhile is done together, in order', async () => {
  const { pieces, work, letGo } = someWork()
  const ask = together(work, { most: 3 })
  const answers = ['a', 'b', 'c', 'd', 'e'].map(ask)
  expect(pieces).toEqual([['a']])
  for (let times = 0; times < 3; times++) await letGo()
  expect(pieces).toEqual([['a'], ['b', 'c', 'd'], ['e']])
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd', 'e'].map((item) => `${item} gedaan`))
})

// Seen to fail when keys were not looked at, and when a later one of a key passed an earlier one that did not fit.
test('of one key one is done at a time, in the order of coming', async () => {
  const { pieces, work, letGo } = someWork()
  const ask = together(work, { most: 2, keyOf: (item) => item.charAt(0) })
  for (const item of ['x', 'a1', 'b1', 'c1', 'a2', 'c2']) void ask(item)
  for (let times = 0; times < 4; times++) await letGo()
  expect(pieces).toEqual([['x'], ['a1', 'b1'], ['c1', 'a2'], ['c2']])
})

test('when a piece of work fails all of it fails, and the next goes on', async () => {
  const ask = together(
    async (items: string[]) => {
      if (items.includes('stuk')) throw new Error('stuk')
      return items
    },
    { most: 5 },
  )
  const outcomes = await Promise.allSettled(['eerst', 'stuk', 'mee'].map(ask))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await ask('later')).toBe('later')
})
