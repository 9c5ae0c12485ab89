import type { NextFunction, Request, Response } from 'express'

const maximumBodyBytes = 256 * 1024

/** Why a form is not read at all. Said in plain text: there is no page to come back to. */
const refusals = {
  403: 'Dit formulier kwam niet van onze site. Open de pagina opnieuw en probeer het nog eens.',
  411: 'Dit formulier kwam niet goed over. Open de pagina opnieuw en probeer het nog eens.',
  413: 'Dit formulier is te groot. Kort uw tekst in en probeer het opnieuw.',
  415: 'Dit formulier kunnen wij niet lezen. Open de pagina opnieuw en probeer het nog eens.',
} as const

/**
 * Forms come from our own pages only, are forms, and stay small; how big is known before the first byte is read.
 *
 * One address is open to posts from elsewhere: /afmelden/<token>, where mail programs stop reminders with one click (RFC 8058 §3.1: a POST without cookies, and
 * so without a page of ours before it). What can be done there is proven by the token in the address alone, and no cookie is looked at, so there is no
 * signed-in person in whose name another site could act.
 *
 * The portal has one address, BASE_URL. What a proxy makes of Host does not matter: Remix, which compares the origin again, is told that address.
 */
export function guardForms(ownHost: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    request.headers.host = ownHost
    delete request.headers['x-forwarded-host']
    // Remix refuses a foreign origin by itself; some web mail sends its own with the one-click POST.
    if (isOneClickAddress(request.path)) delete request.headers.origin
    const status = refusalOf(request, ownHost)
    if (status === undefined) return next()
    response.status(status).type('text/plain; charset=utf-8').send(refusals[status])
  }
}

function refusalOf(request: Request, ownHost: string): keyof typeof refusals | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (request.headers['transfer-encoding'] !== undefined) return 411
  if (Number(request.headers['content-length'] ?? 0) > maximumBodyBytes) return 413
  if (!isFromOurSite(request, ownHost) && !isOneClickAddress(request.path)) return 403
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(request.headers['content-type'] ?? ''))
    return 415
  return undefined
}

function isOneClickAddress(path: string): boolean {
  return /^\/afmelden\/[\w-]+$/.test(path)
}

function isFromOurSite(request: Request, ownHost: string): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === ownHost
}
