import type { Logger } from 'pino'
import { listener } from '#db/connection.server.ts'
import type { KeptPages } from './kept-pages.server.ts'

/** In milliseconds: how long after a line was lost the next one is laid, how often the line is tried, and how long its other end may take to answer. */
const pace = { retry: 2_000, heartbeat: 5_000, silence: 5_000 }

/**
 * Hears of every change in what public pages show, made by any process, and empties the kept pages.
 * While the line to the database is down nothing is kept, since a change could go by unheard. A line that was cut without a word looks like one on which
 * nothing happens, so it is tried now and then: a page is old for ten seconds at most.
 */
export function followContentChanges(
  connectionString: string,
  pages: Pick<KeptPages, 'forget' | 'isListening'>,
  log: Pick<Logger, 'warn'>,
  { retry: retryMs, heartbeat: heartbeatMs, silence: silenceMs } = pace,
): { stop: () => Promise<void> } {
  let client = listener(connectionString, silenceMs)
  let retry: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let isStopped = false

  const lost = () => {
    pages.isListening = false
    pages.forget()
    clearTimeout(heartbeat)
    if (isStopped || retry) return
    retry = setTimeout(() => {
      retry = undefined
      client = listener(connectionString, silenceMs)
      following = follow()
    }, retryMs)
  }

  async function follow() {
    const line = client
    line.on('notification', () => pages.forget())
    line.on('error', lost)
    line.on('end', lost)
    const tryOut = () => {
      heartbeat = setTimeout(() => line.query('select 1').then(tryOut, () => line.end()), heartbeatMs)
    }
    try {
      await line.connect()
      await line.query('listen content_changed')
      pages.forget()
      pages.isListening = true
      tryOut()
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
      clearTimeout(heartbeat)
      // A line that is being laid cannot be cut cleanly.
      await following
      await client.end()
    },
  }
}
