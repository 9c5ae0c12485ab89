import { appendFileSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { rememberAcceptances } from '#app/use-cases/inviting/remember-acceptances.ts'
import {
  openAcceptanceJournal,
  readAcceptanceJournals,
  removeOldJournals,
} from '#db/inviting/acceptance-journal.server.ts'

const at = Temporal.Instant.from('2026-11-27T00:00:00Z')
const accepted = () => ({ id: crypto.randomUUID(), response: '250 ok', at })

function aFullDisk() {
  const disk = { isFull: false, noted: 0 }
  const note = () => {
    if (disk.isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    disk.noted++
  }
  return { disk, journal: { note, clear: () => {}, close: () => {} } }
}

// Seen to fail: what could not be noted was forgotten, and five minutes later the same mails left again.
test('while the disk is full each mail is recorded before the next may be taken; with room again a few may wait', async () => {
  const { disk, journal } = aFullDisk()
  const recorded: string[] = []
  const held: (() => void)[] = []
  const acceptances = rememberAcceptances(async (batch) => {
    await new Promise<void>((done) => held.push(done))
    recorded.push(...batch.map(({ id }) => id))
  }, journal)
  disk.isFull = true
  const first = accepted()
  acceptances.note(first)
  let mayFollow = false
  const room = acceptances.room().then(() => {
    mayFollow = true
  })
  await new Promise(setImmediate)
  expect(mayFollow).toBe(false)
  held.shift()?.()
  await room
  expect(recorded).toEqual([first.id])
  disk.isFull = false
  acceptances.note(accepted())
  await acceptances.room()
  expect(disk.noted).toBe(1)
  const settled = acceptances.settled()
  await expect.poll(() => held.length).toBe(1)
  held.shift()?.()
  await settled
  expect(recorded).toHaveLength(2)
})

// Seen to fail: a line that was cut off kept the next worker from starting.
test('of a journal with a line that was cut off all others are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const journal = openAcceptanceJournal(folder)
  const [one, other] = [accepted(), accepted()]
  journal.note(one)
  const [name = ''] = readdirSync(folder)
  appendFileSync(join(folder, name), '{"id":"3f0d5a52-6a\n\n')
  journal.note(other)
  appendFileSync(join(folder, name), '{"id":"')
  expect(readAcceptanceJournals(folder).map(({ id }) => id)).toEqual([one.id, other.id])
  journal.clear()
  expect(readAcceptanceJournals(folder)).toEqual([])
  journal.close()
  rmSync(folder, { recursive: true })
})

// Seen to lose the journal of a living worker after a day without mail, when another one started in its folder.
test('a journal in which nothing was noted for days is kept while its process lives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'raadsbriefing-journal-'))
  const journal = openAcceptanceJournal(folder, 20)
  try {
    const [name = ''] = readdirSync(folder)
    const old = join(folder, 'of-a-killed-process.jsonl')
    appendFileSync(old, '')
    for (const path of [join(folder, name), old]) utimesSync(path, 0, 0)
    await new Promise((done) => setTimeout(done, 200))
    removeOldJournals(folder, Temporal.Now.instant().subtract({ hours: 24 }))
    expect(readdirSync(folder)).toEqual([name])
    const last = accepted()
    journal.note(last)
    expect(readAcceptanceJournals(folder)).toEqual([last])
  } finally {
    journal.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
