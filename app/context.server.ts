import type { Logger } from 'pino'
import type { Connection, Db, Pool } from '#db/connection.server.ts'
import { connect } from '#db/connection.server.ts'
import type { Viewer } from './domain/access/viewer.ts'
import type { Site } from './domain/site.ts'
import type { Env } from './env.server.ts'
import type { Offer } from './pages/requesting/request-offer.server.ts'
import type { KeptRead } from './web/kept-read.server.ts'

/** What every loader, action and job receives. `now` is the only clock; tests hand in another. */
export type Context = {
  db: Db
  pool: Pool
  site: Site
  env: Env
  log: Logger
  now: () => Temporal.Instant
}

/** What one web request adds to it. */
export type WebContext = Context & {
  /** Shown on an error page and logged with the error, so that a caller and a log line can be brought together. */
  reference: string
  /** Address of the logo in the header; undefined without one. */
  logoSrc: string | undefined
  /** The caller's network (IPv4 /24, IPv6 /48): enough to limit abuse, not enough to know who it is. */
  network: string
  /** Why no route is asked: a form that is not read, or a database that is away. Then a page says so with this status. */
  refusedWith: 403 | 405 | 411 | 413 | 415 | 503 | undefined
  keptOffer: KeptRead<Offer>
  /** The stand-in viewer for a page that is drawn once for everybody with the same roles (keep-role-pages.server.ts); without it the cookie says who is signed in. */
  drawnFor: { viewer: Viewer | undefined } | undefined
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends WebContext {}
  // Loader values keep their types on the way to the page.
  interface Future {
    v3_singleFetch: true
  }
}

export function siteFrom(env: Env): Site {
  return {
    baseUrl: env.BASE_URL,
    mailDomain: env.MAIL_DOMAIN,
    linkSecret: env.LINK_SECRET,
    minimumNoticeWeeks: env.MINIMUM_NOTICE_WEEKS,
    reactionWorkdays: env.REACTION_WORKDAYS,
    coRequestWorkdays: env.CO_REQUEST_WORKDAYS,
  }
}

/** The one place that builds database, site and clock from the environment. */
export function buildContext(
  env: Env,
  connectionString: string,
  log: Logger,
): Context & { close: Connection['close'] } {
  const { db, pool, close } = connect(connectionString, {
    maxConnections: 20,
    onError: (error) => log.warn({ code: (error as { code?: string }).code }, 'database connection lost'),
  })
  return { db, pool, close, env, log, site: siteFrom(env), now: () => Temporal.Now.instant() }
}
