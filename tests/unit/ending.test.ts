import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { Ending, Stopped } from '#app/ending.ts'

const patience = { everything: 400, finishing: 150 }

/** An ending that notes what was done, and its code instead of leaving the process. */
function anEnding() {
  const done: (string | number)[] = []
  const ending = new Ending((code) => void done.push(code), patience)
  const part =
    (name: string, milliseconds = 0) =>
    async () => {
      await sleep(milliseconds)
      done.push(name)
    }
  return { done, ending, part }
}

test('who works finishes first, then what they need goes, newest first', async () => {
  const { done, ending, part } = anEnding()
  ending.undo('database', part('database'))
  ending.undo('pool', part('pool'))
  ending.finish('mail', part('mail', 30))
  ending.finish('visitors', part('visitors'))
  await Promise.all([ending.begin(Promise.resolve()), ending.begin(Promise.resolve())])
  expect(done).toEqual(['visitors', 'mail', 'pool', 'database', 0])
})

test('a start that is told to stop starts nothing more, and what it was busy with is ended', async () => {
  for (const kind of ['undo', 'finish'] as const) {
    const { done, ending, part } = anEnding()
    const started = (async () => {
      await sleep(30)
      ending[kind]('database', part('database'))
      done.push('more')
    })()
    const outcome = started.catch((error: unknown) => error)
    await ending.begin(started)
    expect(await outcome, kind).toBeInstanceOf(Stopped)
    expect(done, kind).toEqual(['database', 0])
  }
})

test('who does not finish, or fails, is not waited for and is no success', async () => {
  const slow = anEnding()
  slow.ending.finish('mail', slow.part('mail', 300))
  slow.ending.undo('pool', slow.part('pool'))
  await slow.ending.begin(Promise.resolve())
  expect(slow.done).toEqual(['pool', 1])
  const failing = anEnding()
  failing.ending.finish('mail', () => Promise.reject(new Error('weg')))
  await failing.ending.begin(Promise.resolve())
  expect(failing.done).toEqual([1])
})

test('what hangs at the very end is not waited for either', async () => {
  const { done, ending } = anEnding()
  ending.undo('pool', () => new Promise(() => undefined))
  void ending.begin(Promise.resolve())
  await expect.poll(() => done).toEqual([1])
})

test('who did not end as it should is told by name, and a start that failed keeps its own code', async () => {
  const told: string[] = []
  const { error } = console
  console.error = (sentence: string) => void told.push(sentence)
  try {
    const { done, ending, part } = anEnding()
    ending.undo('database', () => new Promise(() => undefined))
    ending.undo('pool', () => Promise.reject(new Error('weg')))
    ending.finish('bezoekers', part('bezoekers'))
    ending.finish('mail', part('mail', 300))
    void ending.begin(Promise.resolve(), 2)
    await expect.poll(() => done).toContain(2)
  } finally {
    console.error = error
  }
  expect(told).toEqual([
    'Niet afgemaakt: mail.',
    'Stoppen ging niet helemaal goed: pool (weg).',
    'Stoppen duurde te lang. Nog bezig: database.',
  ])
  const failed = anEnding()
  failed.ending.undo('database', failed.part('database'))
  await failed.ending.begin(Promise.resolve(), 2)
  expect(failed.done).toEqual(['database', 2])
})
