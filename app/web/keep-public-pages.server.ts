import type { createRequestHandler } from '@remix-run/node'
import type { NextFunction, Request, Response } from 'express'
import type { WebContext } from '../context.server.ts'
import { type KeptPages, mayBeKept } from './kept-pages.server.ts'
import { strictPolicy } from './security-policy.ts'

/**
 * Makes a page for a visitor without a cookie and keeps it when the route says that everybody may have it (Cache-Control: public).
 * Only the address goes into such a page: no other header of the visitor can colour what the next one gets.
 */
export function keepPublicPages(
  makePage: (path: string) => ReturnType<typeof createRequestHandler>,
  baseUrl: string,
  pages: KeptPages,
  webContext: (request: Request) => WebContext,
) {
  return (request: Request, response: Response, next: NextFunction) => {
    // A calendar is asked for on a condition (If-None-Match) that only the request itself holds, and is never for everybody.
    if (!mayBeKept(request) || !pages.isListening || /\.(data|ics)$/.test(request.path)) return next()
    make(request, response).catch(next)
  }

  async function make(request: Request, response: Response): Promise<void> {
    const { generation } = pages
    const page = await makePage(request.path)(
      new globalThis.Request(baseUrl + request.url, { headers: { accept: 'text/html' } }),
      webContext(request),
    )
    const isForEverybody = page.status === 200 && page.headers.get('cache-control')?.startsWith('public')
    response.status(page.status)
    for (const [name, value] of page.headers) response.append(name, value)
    if (!isForEverybody) return void response.send(Buffer.from(await page.arrayBuffer()))
    const body = await page.text()
    // The headers as they leave, with the security headers; Express adds its own ETag only to what is not kept.
    await pages.keep(
      request.url,
      generation,
      {
        ...response.getHeaders(),
        'content-security-policy': page.headers.get('content-security-policy') ?? strictPolicy,
      },
      body,
    )
    if (!pages.serve(request, response)) response.send(body)
  }
}
