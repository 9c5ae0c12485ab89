import {
  closeSync,
  ftruncateSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Acceptance } from './delivery-outcomes.ts'

export type AcceptanceJournal = {
  /**
   * In the file before this returns: it survives the death of this process and of the database, though not of the machine.
   * @throws when the disk is full
   */
  note: (acceptance: Acceptance) => void
  /** Everything noted is in the database. */
  clear: () => void
  close: () => void
}

/** How often a journal shows that its process lives, in milliseconds: on a quiet weekend nothing is noted for days. */
const usualSign = 60 * 60_000

/** A file of this process alone, in a folder that outlives it. */
export function openAcceptanceJournal(folder: string, signMs = usualSign): AcceptanceJournal {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${crypto.randomUUID()}.jsonl`)
  const file = openSync(path, 'ax', 0o600)
  let isCut = false
  const sign = setInterval(() => futimesSync(file, new Date(), new Date()), signMs).unref()
  return {
    note: ({ id, response, at }) => {
      const text = Buffer.from(`${isCut ? '\n' : ''}${JSON.stringify({ id, response, at: at.toString() })}\n`)
      isCut = true
      if (writeSync(file, text) < text.length) throw new Error('the disk is full')
      isCut = false
    },
    clear: () => ftruncateSync(file, 0),
    close: () => {
      clearInterval(sign)
      closeSync(file)
      rmSync(path, { force: true })
    },
  }
}

const line = z.object({ id: z.uuid(), response: z.string(), at: z.string() })

/** What processes noted that are gone, and living ones too: recording it twice is harmless. A line that was cut off is none. */
export function readAcceptanceJournals(folder: string): Acceptance[] {
  return filesIn(folder).flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(0, -1).flatMap(acceptanceIn))
}

function acceptanceIn(text: string): Acceptance[] {
  try {
    const { id, response, at } = line.parse(JSON.parse(text))
    return [{ id, response, at: Temporal.Instant.from(at) }]
  } catch {
    return []
  }
}

/** Removes the files that nobody can be writing any more: a living process gives its own a sign of life every hour. */
export function removeOldJournals(folder: string, before: Temporal.Instant): void {
  for (const path of filesIn(folder))
    if (statSync(path).mtimeMs < before.epochMilliseconds) rmSync(path, { force: true })
}

function filesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name))
}
