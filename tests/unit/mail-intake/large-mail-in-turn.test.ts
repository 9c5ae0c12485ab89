import { expect, test } from '@playwright/test'
import { largeMailInTurn } from '#app/use-cases/inviting/large-mail-in-turn.ts'

/** Takes mails in as long as it is told, and remembers how many of the large ones were in hand at once. */
function aMailRoom() {
  const inHand = new Set<string>()
  const held = new Map<string, () => void>()
  const takeIn = async ({ name }: { name: string; raw: Buffer }) => {
    inHand.add(name)
    await new Promise<void>((done) => held.set(name, done))
    inHand.delete(name)
    if (name === 'broken') throw new Error(name)
    return name
  }
  const letGo = async (name: string) => {
    held.get(name)?.()
    for (let times = 0; times < 3; times++) await new Promise(setImmediate)
  }
  return { take: largeMailInTurn(takeIn), letGo, inHand }
}

const mail = (name: string, kilobytes: number) => ({ name, raw: Buffer.alloc(kilobytes * 1024) })

// Seen to fail when all were begun at once: fifty mails of two megabytes kept every page waiting for ten seconds.
test('large mails come one at a time, small ones wait for nobody, and one that fails lets the next in', async () => {
  const { take, letGo, inHand } = aMailRoom()
  const taken = Promise.allSettled(
    [mail('first', 1_900), mail('broken', 100), mail('third', 33), mail('answer', 10)].map(take),
  )
  await letGo('')
  expect([...inHand].sort()).toEqual(['answer', 'first'])
  await letGo('first')
  expect([...inHand].sort()).toEqual(['answer', 'broken'])
  await letGo('broken')
  expect([...inHand].sort()).toEqual(['answer', 'third'])
  await letGo('answer')
  await letGo('third')
  expect((await taken).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})
