import type { Logger } from 'pino'
import { listener } from '#db/connection.server.ts'
import type { KeptPages } from './kept-pages.server.ts'

const retryMilliseconds = 2_000

/**
 * Hears of every change in what public pages show, made by any process, and empties the kept pages.
 * While the line to the database is down nothing is kept, since a change could go by unheard.
 */
export function followContentChanges(
  connectionString: string,
  pages: KeptPages,
  log: Logger,
): { stop: () => Promise<void> } {
  let client = listener(connectionString)
  let retry: NodeJS.Timeout | undefined
  let isStopped = false

  const lost = () => {
    pages.isListening = false
    pages.forget()
    if (isStopped || retry) return
    retry = setTimeout(() => {
      retry = undefined
      client = listener(connectionString)
      following = follow()
    }, retryMilliseconds)
  }

  async function follow() {
    client.on('notification', () => pages.forget())
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      await client.query('listen content_changed')
      pages.forget()
      pages.isListening = true
    } catch (error) {
      log.warn(
        { code: (error as { code?: string }).code },
        'cannot hear of content changes; pages are made anew each time',
      )
      lost()
    }
  }

  let following = follow()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(retry)
      // A line that is being laid cannot be cut cleanly.
      await following
      await client.end()
    },
  }
}
