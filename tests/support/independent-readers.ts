import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What python-icalendar made of one calendar. */
export type ReadCalendar = {
  method: string
  events: {
    uid: string
    sequence: number
    start: string
    end: string
    status: string
    summary: string
    attendees: string[]
  }[]
}
/** What libical says of it: how many properties it could not read, and whether RFC 5546 allows what is in it. */
export type JudgedCalendar = { errors: number; isAllowed: boolean }

type Reader<Finding> = { missing: string } | { found: (Finding | { refused: string })[] }
export type Readers = { 'python-icalendar': Reader<ReadCalendar>; libical: Reader<JudgedCalendar> }

const script = fileURLToPath(new URL('./read-calendars.py', import.meta.url))

/** Lets programs that share no code with ours read these calendars. `npm test` installs them where it can; one that is missing says so. */
export function readIndependently(calendars: readonly string[]): Promise<Readers> {
  return new Promise((done, failed) => {
    const child = execFile('/usr/bin/python3', ['-W', 'ignore', script], { timeout: 20_000 }, (error, output) => {
      if (error && 'code' in error && error.code === 'ENOENT')
        done({ 'python-icalendar': { missing: 'no python3' }, libical: { missing: 'no python3' } })
      else if (error) failed(error)
      else done(JSON.parse(output) as Readers)
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(JSON.stringify(calendars))
  })
}
