import { randomBytes } from 'node:crypto'
import type { createRequestHandler, ServerBuild } from '@remix-run/node'
import type { NextFunction, Request, Response } from 'express'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { isDatabaseAway } from '#db/database-away.ts'
import { findSignedIn } from '../auth.server.ts'
import type { WebContext } from '../context.server.ts'
import { dateInAmsterdam } from '../domain/calendar-text.ts'
import { accepts, type KeptPages } from './kept-pages.server.ts'
import { KeptRead } from './kept-read.server.ts'
import { PageWithBlank } from './page-with-blank.server.ts'
import { fullPath } from './route-areas.server.ts'

const maximumPages = 400
const nobody = '00000000-0000-0000-0000-000000000000'
/** Stands where the name of a person will stand; no page has it by chance. */
const blank = `naam${randomBytes(16).toString('hex')}`

type RolePage = { headers: [name: string, value: string][]; page: PageWithBlank }

/**
 * Answers with pages that are the same for everybody with the same roles, but for their name: `export const handle = { sameForRoles: <queries> }`. Such a
 * page depends on its address, the day, the roles, the name and the public tables, and on nothing else. It is drawn once, and ends with any change in the
 * public tables.
 *
 * What must stay true: who is signed in is looked up for every answer; and nothing of a person can be kept, because the page is drawn for a stand-in with
 * the same roles, who has no name, no id and no cookie. Only afterwards the name is filled in.
 */
export function keepRolePages(
  build: ServerBuild,
  makePage: (path: string) => ReturnType<typeof createRequestHandler>,
  pages: KeptPages,
  webContext: (request: Request) => WebContext,
) {
  const queriesOf = sharedAddresses(build)
  const kept = new KeptRead<RolePage>(pages, maximumPages)

  return (request: Request, response: Response, next: NextFunction) => {
    const { path, url } = request
    if (request.method !== 'GET' || !queriesOf.get(path)?.test(url.slice(path.length))) return next()
    answer(request, response).catch((error: unknown) => {
      // Not there, or it went wrong: that is said where every page is made. Nobody waits twice for a database that is away.
      if (!response.headersSent) next(isDatabaseAway(error) ? error : undefined)
    })
  }

  async function answer(request: Request, response: Response): Promise<void> {
    const context = webContext(request)
    const headers = new Headers(request.headers.cookie ? { cookie: request.headers.cookie } : {})
    const viewer = await findSignedIn({ request: { headers }, context })
    const roles = viewer && { councils: viewer.councils, staff: viewer.staff }
    const standIn = roles && { ...roles, personId: nobody, signInId: nobody, name: blank }
    const key = JSON.stringify([dateInAmsterdam(context.now()).toString(), request.url, roles])
    const page = await kept.get(key, () => draw(request, { ...context, drawnFor: { viewer: standIn } }))
    send(request, response, page, viewer?.name ?? '')
  }

  async function draw({ url, path }: Request, context: WebContext): Promise<RolePage> {
    const address = new globalThis.Request(context.site.baseUrl + url, { headers: { accept: 'text/html' } })
    const page = await makePage(path)(address, context)
    const headers = [...page.headers]
    const html = await page.text()
    if (page.status !== 200 || page.headers.has('set-cookie')) throw new Error('this answer is for one visitor')
    if (`${headers.flat().join()}${html}`.includes(context.reference))
      throw new Error('what is of one answer cannot be kept')
    return { headers, page: await PageWithBlank.of(html, blank) }
  }
}

function send(request: Request, response: Response, { headers, page }: RolePage, name: string): void {
  for (const [header, value] of headers) response.setHeader(header, value)
  response.vary('Accept-Encoding')
  // As React wrote it everywhere else in the page.
  const word = renderToStaticMarkup(createElement(Fragment, null, name))
  const isCompressed = accepts(request.headers['accept-encoding'], 'gzip')
  if (isCompressed) response.setHeader('content-encoding', 'gzip')
  const body = isCompressed ? page.filledInAndCompressed(word) : page.filledIn(word)
  response.setHeader('content-length', body.length)
  response.end(body)
}

/** The addresses of such pages, each with the queries that are kept. */
function sharedAddresses(build: ServerBuild): Map<string, RegExp> {
  return new Map(
    Object.values(build.routes).flatMap((route) => {
      const handle = route?.module.handle as { sameForRoles?: RegExp } | undefined
      return route && handle?.sameForRoles ? [[`/${fullPath(build, route)}`, handle.sameForRoles]] : []
    }),
  )
}
