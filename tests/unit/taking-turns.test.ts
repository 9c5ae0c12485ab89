import { setImmediate as everythingElse } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { takingTurns } from '#app/use-cases/inviting/taking-turns.ts'

test('one at a time, in the order of coming', async () => {
  const turns = takingTurns()
  const seen: string[] = []
  let inside = 0
  await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (name) => {
      const turn = turns.reserve()
      await turn.come()
      expect(++inside).toBe(1)
      await everythingElse()
      seen.push(name)
      inside--
      turn.end()
    }),
  )
  expect(seen).toEqual(['a', 'b', 'c', 'd'])
})

test('who gives up while waiting lets nobody in beside the one who is inside', async () => {
  const turns = takingTurns()
  const [first, second, third] = [turns.reserve(), turns.reserve(), turns.reserve()]
  await first.come()
  void second.come()
  let thirdCame = false
  const waiting = third.come().then(() => {
    thirdCame = true
  })
  second.end()
  await everythingElse()
  expect(thirdCame).toBe(false)
  first.end()
  await waiting
  expect(thirdCame).toBe(true)
})
