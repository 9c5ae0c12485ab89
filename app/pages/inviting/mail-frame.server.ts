import { framedMailPolicy } from '#app/web/security-policy.ts'

/** The mail's own document, for a frame on one of our pages. Nothing keeps it. */
export function mailFrame(html: string | undefined): Response {
  if (html === undefined) throw new Response(null, { status: 404 })
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': framedMailPolicy,
      'Cache-Control': 'no-store',
    },
  })
}
