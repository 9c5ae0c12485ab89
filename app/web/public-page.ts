import type { HeadersFunction } from '@remix-run/node'

/** A page that is the same for everybody: kept in memory here, and asked for again (ETag) by whoever kept a copy. */
export const publicPageHeaders: HeadersFunction = ({ errorHeaders, loaderHeaders }) =>
  errorHeaders ?? (loaderHeaders.has('Cache-Control') ? loaderHeaders : { 'Cache-Control': 'public, no-cache' })

/** A small text file for everybody. */
export function textAnswer(lines: string[]): Response {
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, no-cache' },
  })
}
