import { setTimeout as sleep } from 'node:timers/promises'
import { Router } from 'express'
import { isReachable } from '#db/connection.server.ts'
import { findQueueAge } from '#db/inviting/queue-age.ts'
import { areMigrationsDone } from '#db/migrate.server.ts'
import type { Context } from '../context.server.ts'

/** Whoever asks has less patience than our visitors: a database that takes longer is as good as away. */
const patienceMs = 3_000
const away = { database: false, migrations: false, oldestWaitingMailSeconds: null }

/**
 * `/healthz`: this process is alive. `/readyz`: it can do its work: the database answers and has the tables this version needs. The age of the oldest
 * mail that is due is told, but does not decide: a mail server that is down is no reason to send visitors away.
 */
export function healthRoutes({ db, now }: Context, isDraining: () => boolean): Router {
  const router = Router()
  router.get('/healthz', (_, response) => void response.type('text/plain').send('ok'))
  router.get('/readyz', async (_, response) => {
    const found = await Promise.race([look().catch(() => away), sleep(patienceMs, away, { ref: false })])
    const isReady = found.migrations && !isDraining()
    response.status(isReady ? 200 : 503).json({ ...found, draining: isDraining() })
  })

  async function look() {
    const database = await isReachable(db)
    const migrations = database && (await areMigrationsDone(db))
    const oldestWaitingMailSeconds = migrations ? ((await findQueueAge(db, now())) ?? null) : null
    return { database, migrations, oldestWaitingMailSeconds }
  }
  return router
}
