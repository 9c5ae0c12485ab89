import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { birthOf } from './process.server.ts'

/** Another living process uses this data folder. Its message is a sentence for the person at the terminal. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning'
  readonly pid: number
  constructor(pid: number) {
    super(
      `Raadsbriefing draait al in deze map (proces ${pid}). Stop dat eerst met Ctrl-C in het andere venster, of met: kill ${pid}`,
    )
    this.pid = pid
  }
}

type Owner = { pid: number; birth: string | undefined }

/** Makes this process the owner of the folder until `release` or its death, whichever way it dies. Throws AlreadyRunning. */
export function claim(folder: string): { release: () => void } {
  const file = join(folder, 'owner.json')
  const me: Owner = { pid: process.pid, birth: birthOf(process.pid) }
  // Judging an old claim and replacing it must be one step: two starters that both find a dead owner may not both win.
  oneAtATime(join(folder, 'owner.lock'), () => {
    const owner = readOwner(file)
    if (owner && owner.birth !== undefined && birthOf(owner.pid) === owner.birth) throw new AlreadyRunning(owner.pid)
    writeFileSync(file, JSON.stringify(me), { mode: 0o600 })
  })
  return {
    release: () => {
      const owner = readOwner(file)
      if (owner?.pid === me.pid && owner.birth === me.birth) rmSync(file, { force: true })
    },
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    // No owner yet, or one that died while writing its name: either way nobody holds the folder.
    return undefined
  }
}

/** A folder as a lock, since mkdir either makes it or fails. It is held for milliseconds, so an old one belongs to a process that died. */
function oneAtATime(lock: string, work: () => void): void {
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 500) throw error
      const madeAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - madeAt > 5_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
  try {
    work()
  } finally {
    rmdirSync(lock)
  }
}
