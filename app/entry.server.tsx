import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { failureFacts } from './failure-facts.ts'
import { PageContext } from './web/page-context.ts'
import { enhancingPolicy, framingPolicy, strictPolicy } from './web/security-policy.ts'

/**
 * A page says itself that it frames a document of ours (`export const handle = { frames: true }`), or that a small script of our own makes it easier
 * (`{ enhance: true }`). All others leave without any script or frame.
 */
function says(page: EntryContext, word: 'frames' | 'enhance'): boolean {
  if (page.staticHandlerContext.errors) return false
  return page.staticHandlerContext.matches.some((match) => {
    const handle = page.routeModules[match.route.id]?.handle as Partial<Record<typeof word, boolean>> | undefined
    return handle?.[word] === true
  })
}

function policyOf(page: EntryContext): string {
  if (says(page, 'frames')) return framingPolicy
  return says(page, 'enhance') ? enhancingPolicy : strictPolicy
}

/** The same form comes back with what is wrong in it. */
function isRefusedForm(request: Request, status: number, page: EntryContext): boolean {
  return request.method === 'POST' && status >= 400 && !page.staticHandlerContext.errors
}

/** What a step of a form is called that has no address of its own: `export const handle = { stepOf: (answer) => 'Klopt dit?' }`. */
function stepOf(page: EntryContext): string | undefined {
  const { matches, actionData } = page.staticHandlerContext
  const route = matches.at(-1)?.route.id ?? ''
  const handle = page.routeModules[route]?.handle as { stepOf?: (answer: unknown) => string | undefined } | undefined
  return actionData?.[route] && handle?.stepOf?.(actionData[route])
}

/** A title is the first thing a screen reader reads. Routes cannot say this themselves: their `meta` does not see what became of the form. */
function sayBefore(html: string, words: string | undefined): string {
  return words ? html.replace('<title>', `<title>${words} `) : html
}

/** Every page is one string: no script of ours asks for its data again, so there is no stream and no hand-off script. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', policyOf(page))
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  const body = renderToStaticMarkup(
    <PageContext.Provider value={{ reference: context.reference, logoSrc: context.logoSrc }}>
      <RemixServer context={{ ...page, serverHandoffStream: undefined }} url={request.url} />
    </PageContext.Provider>,
  )
  const words = isRefusedForm(request, status, page) ? 'Fout:' : stepOf(page)
  const html = `<!DOCTYPE html>${sayBefore(body, words)}`
  // As bytes: from a string, Response first makes a second string and then the bytes, which takes as long as drawing a large page.
  return new Response(Buffer.from(html), { status, headers })
}

/** Once per failed request. The stack names our code; the message may hold what somebody typed and stays out. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  // An address or a form that is not there is no failure of ours.
  if (isRouteErrorResponse(error) && error.status < 500) return
  context.log.error({ reference: context.reference, ...failureFacts(error) }, 'request failed')
}
