import { Router } from 'express'
import { isReachable } from '#db/connection.server.ts'
import { findQueueAge } from '#db/inviting/queue-age.ts'
import { areMigrationsDone } from '#db/migrate.server.ts'
import type { Context } from '../context.server.ts'

/**
 * `/healthz`: this process is alive. `/readyz`: it can do its work: the database answers and has the tables this version needs. The age of the oldest
 * mail that is due is told, but does not decide: a mail server that is down is no reason to send visitors away.
 */
export function healthRoutes({ db, now }: Context, isDraining: () => boolean): Router {
  const router = Router()
  router.get('/healthz', (_, response) => void response.type('text/plain').send('ok'))
  router.get('/readyz', (_, response, next) => {
    const answer = async () => {
      const database = await isReachable(db)
      const migrations = database && (await areMigrationsDone(db))
      const oldestWaitingMailSeconds = migrations ? await findQueueAge(db, now()) : undefined
      const isReady = migrations && !isDraining()
      response.status(isReady ? 200 : 503).json({
        database,
        migrations,
        draining: isDraining(),
        oldestWaitingMailSeconds: oldestWaitingMailSeconds ?? null,
      })
    }
    answer().catch(next)
  })
  return router
}
