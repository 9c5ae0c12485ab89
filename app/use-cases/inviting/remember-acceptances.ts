import { setTimeout as sleep } from 'node:timers/promises'
import type { AcceptanceJournal } from '#db/inviting/acceptance-journal.server.ts'
import type { Acceptance } from '#db/inviting/delivery-outcomes.ts'

export type Acceptances = {
  /** What a server took. It is in the journal when this returns; the database hears of it soon. */
  note: (acceptance: Acceptance) => void
  /** Resolves when fewer acceptances than the limit are unknown to the database, so that one more mail may get its final dot. */
  room: () => Promise<void>
  /** Resolves when the database knows everything. Rejects when it is away and this process stops. */
  settled: () => Promise<void>
  close: () => void
}

/** How many may be accepted that the database does not know of yet: with a journal beside it, and without. */
const mostUnrecorded = { withJournal: 50, alone: 1 }

/** So many are worth a statement; fewer are recorded when a little time has passed. */
const worthRecording = 25
const soonMs = 50

/** How long to wait before a database that is away is tried again. */
const pauseMs = 200

/**
 * Remembers what was accepted until the database does, and tells it in as few statements as it can take. A database that dies costs nothing, since this
 * process remembers; a process that dies costs nothing of what is in its journal. Without a journal, and while its disk is full, each mail is recorded before the next
 * may be taken.
 */
export function rememberAcceptances(
  record: (acceptances: readonly Acceptance[]) => Promise<void>,
  journal: AcceptanceJournal | undefined,
): Acceptances {
  let isNoted = journal !== undefined
  const most = () => (isNoted ? mostUnrecorded.withJournal : mostUnrecorded.alone)
  const unrecorded: Acceptance[] = []
  let changed = Promise.withResolvers<void>()
  let working: Promise<void> | undefined
  let soon: NodeJS.Timeout | undefined
  let isClosing = false

  const recordAll = async () => {
    const batch = [...unrecorded]
    try {
      await record(batch)
    } catch (error) {
      if (isClosing) throw error
      await sleep(pauseMs)
      return
    }
    unrecorded.splice(0, batch.length)
    if (unrecorded.length === 0) journal?.clear()
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const recordOnce = () => {
    working ??= recordAll().finally(() => {
      working = undefined
    })
    return working
  }
  const settled = async () => {
    while (unrecorded.length > 0) await recordOnce()
  }
  /** Waits a little, so that several acceptances go in one statement. */
  const recordSoon = () => {
    if (unrecorded.length === 0 || working) return
    clearTimeout(soon)
    const isWorthIt = unrecorded.length >= Math.min(worthRecording, most())
    if (isWorthIt) recordOnce().then(recordSoon, () => {})
    else soon = setTimeout(() => recordOnce().then(recordSoon, () => {}), soonMs)
  }
  return {
    note(acceptance) {
      unrecorded.push(acceptance)
      if (journal) isNoted = canNote(journal, acceptance)
      recordSoon()
    },
    async room() {
      while (unrecorded.length >= most()) await changed.promise
    },
    settled,
    close() {
      isClosing = true
      if (unrecorded.length === 0) journal?.close()
    },
  }
}

/** The mail was accepted, so a journal that cannot be written is no reason to fail it. */
function canNote(journal: AcceptanceJournal, acceptance: Acceptance): boolean {
  try {
    journal.note(acceptance)
    return true
  } catch {
    return false
  }
}
