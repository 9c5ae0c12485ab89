import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { writtenMeanwhile } from '#db/written-meanwhile.ts'

/** A database that answers when it is told to. */
function aSlowDatabase() {
  const asked: { rows: readonly number[]; answer: (error?: Error) => void }[] = []
  const write = (rows: readonly number[]) =>
    new Promise<void>((resolve, reject) => {
      asked.push({ rows, answer: (error) => (error ? reject(error) : resolve()) })
    })
  return { asked, write }
}

/** Until everybody who can go on has done so: turns, not time, which a busy machine has none of. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await setImmediate()
}

test('every row is written once and in order, one statement at a time, and no more than one lies ready', async () => {
  const { asked, write } = aSlowDatabase()
  const writer = writtenMeanwhile<number>(2, write)
  let put = 0
  const putting = (async () => {
    for (; put < 9; put++) await writer.put(put)
    await writer.close()
  })()
  await turns()
  expect(asked.map(({ rows }) => rows)).toEqual([[0, 1]])
  expect(put, 'two statements of two, and two rows more').toBe(5)
  for (let at = 0; at < 5; at++) {
    expect(asked).toHaveLength(at + 1)
    asked[at]?.answer()
    await turns()
  }
  await putting
  expect(asked.flatMap(({ rows }) => rows)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('after a statement that failed none is sent, and whoever goes on hears of it', async () => {
  const { asked, write } = aSlowDatabase()
  const writer = writtenMeanwhile<number>(1, write)
  await writer.put(1)
  await writer.put(2)
  await turns()
  asked[0]?.answer(new Error('de schijf is vol'))
  await expect(writer.put(3)).rejects.toThrow('de schijf is vol')
  await expect(writer.close()).rejects.toThrow('de schijf is vol')
  expect(asked).toHaveLength(1)
})
