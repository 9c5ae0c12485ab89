import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import { createRequestHandler as createPageHandler, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import onHeaders from 'on-headers'
import { isDatabaseAway } from '#db/database-away.ts'
import type { Context, WebContext } from '../context.server.ts'
import type { ServedLogo } from './brand-logo.server.ts'
import { networkOf } from './client-network.server.ts'
import { withDatabaseAway } from './database-away.server.ts'
import { guardForms } from './form-guard.server.ts'
import { withReadableForms } from './form-reading.server.ts'
import { healthRoutes } from './health.server.ts'
import { keepPublicPages } from './keep-public-pages.server.ts'
import { keepRolePages } from './keep-role-pages.server.ts'
import type { KeptPages } from './kept-pages.server.ts'
import { KeptRead } from './kept-read.server.ts'
import { isPlainAddress } from './plain-address.ts'
import { handlersByArea } from './route-areas.server.ts'
import { sayNoWith } from './say-no.server.ts'
import { framedMailPolicy, strictPolicy } from './security-policy.ts'

export type WebParts = {
  build: ServerBuild
  clientDirectory: string
  pages: KeptPages
  logo: ServedLogo | undefined
  isDraining: () => boolean
}

/** The web process: security headers on every answer, assets, health, then the portal's own routes. */
export function buildWeb(context: Context, parts: WebParts): Express {
  const { clientDirectory, pages, logo, isDraining } = parts
  const build = withReadableForms(withDatabaseAway(parts.build))
  // Else Remix tells in `.data`, calendars and frames what went wrong and where. That is for the log.
  const mode = 'production'
  const keptOffer: WebContext['keptOffer'] = new KeptRead(pages)
  const webContext = (request: Request): WebContext => ({
    ...context,
    keptOffer,
    reference: randomBytes(5).toString('hex'),
    logoSrc: logo?.src,
    refusedWith: undefined,
    drawnFor: undefined,
    network: networkOf(request.ip ?? ''),
  })
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', context.env.TRUST_PROXY)
  web.use(securityHeaders)
  web.use(plainAddress)
  web.use(healthRoutes(context, isDraining))
  web.use(
    '/assets',
    compression(),
    express.static(path.join(clientDirectory, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  )
  if (logo)
    web.get(logo.src, (_, response) => {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable')
      response.type(logo.type).send(logo.bytes)
    })
  web.use(publishedFiles(clientDirectory))
  web.use('/assets', (_, response) => void response.status(404).type('text/plain').send('Niet gevonden'))
  const makePage = handlersByArea(build, (part) => createPageHandler(part, mode))
  web.use(keepRolePages(build, makePage, pages, webContext))
  web.get('*', keepPublicPages(makePage, context.env.BASE_URL, pages, webContext))
  web.use(compression())
  const sayNo = sayNoWith(context.env.BASE_URL, makePage, webContext)
  web.use(guardForms(context.env.BASE_URL, sayNo))
  const answer = handlersByArea(build, (part) =>
    createRequestHandler({ build: part, mode, getLoadContext: webContext }),
  )
  web.all('*', (request, response, next) => answer(request.path)(request, response, next))
  web.use((error: Error & { status?: number }, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error)
    if (isDatabaseAway(error)) return sayNo(request, response, 503).catch(next)
    const status = error.status ?? 500
    if (status >= 500) context.log.error({ err: error.name }, 'request failed before it reached a route')
    response
      .status(status)
      .type('text/plain; charset=utf-8')
      .send('Dit adres begrijpen wij niet. Ga terug en probeer het opnieuw.')
  })
  return web
}

/** The few files beside the assets, such as the icon. No page has to wait until the disk says that it is none of them. */
function publishedFiles(directory: string) {
  const names = new Set(readdirSync(directory))
  const serve = express.static(directory, { maxAge: '1h', index: false })
  return (request: Request, response: Response, next: NextFunction) =>
    names.has(request.path.split('/', 2)[1] ?? '') ? serve(request, response, next) : next()
}

/** Any other address is one that nobody answers to. */
function plainAddress(request: Request, _response: Response, next: NextFunction) {
  if (!isPlainAddress(request.url)) {
    request.url = '/bestaat-niet'
    request.originalUrl = request.url
  }
  next()
}

const hardening = helmet({
  contentSecurityPolicy: false,
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  crossOriginEmbedderPolicy: false,
})

/** When it is worth asking again for what needs the database (RFC 9110 §10.2.3). */
const retrySeconds = 30

/**
 * Every answer, errors included, carries the strictest policy and is kept nowhere, unless the route's own document said otherwise. The older word for who may frame it says
 * the same as the policy.
 */
function securityHeaders(request: Request, response: Response, next: NextFunction) {
  onHeaders(response, () => {
    if (!response.getHeader('content-security-policy')) response.setHeader('content-security-policy', strictPolicy)
    // Also what the scripts of a page ask for (`.data`): as private as the page itself.
    if (!response.getHeader('cache-control')) response.setHeader('cache-control', 'no-store')
    if (response.statusCode === 503) response.setHeader('retry-after', retrySeconds)
    if (response.getHeader('content-security-policy') === framedMailPolicy)
      response.setHeader('x-frame-options', 'SAMEORIGIN')
  })
  hardening(request, response, next)
}
