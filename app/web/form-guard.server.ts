import type { NextFunction, Request, Response } from 'express'
import type { WebContext } from '../context.server.ts'
import type { SayNo } from './say-no.server.ts'

const maximumBodyBytes = 256 * 1024

type Status = NonNullable<WebContext['refusedWith']>

/**
 * Forms come from our own pages only, are forms, and stay small; how big is known before the first byte is read.
 *
 * One address is open to posts from elsewhere: /afmelden/<token>, where mail programs stop reminders with one click (RFC 8058 §3.1: a POST without cookies, and
 * so without a page of ours before it). What can be done there is proven by the token in the address alone, and no cookie is looked at, so there is no
 * signed-in person in whose name another site could act.
 *
 * The portal has one address, BASE_URL. What a proxy makes of Host does not matter: Remix, which compares the origin again, is told that address.
 */
export function guardForms(baseUrl: string, sayNo: SayNo) {
  const { host: ownHost, origin: ownOrigin } = new URL(baseUrl)
  return (request: Request, response: Response, next: NextFunction) => {
    request.headers.host = ownHost
    delete request.headers['x-forwarded-host']
    // Remix refuses a foreign origin by itself; some web mail sends its own with the one-click POST.
    if (isOneClickAddress(request.path)) delete request.headers.origin
    const status = refusalOf(request, ownOrigin)
    if (status === undefined) return next()
    if (status === 405) response.setHeader('allow', 'GET, HEAD, POST')
    sayNo(request, response, status).catch(next)
  }
}

function refusalOf(request: Request, ownOrigin: string): Status | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  // Nothing of ours is put, deleted or traced.
  if (request.method !== 'POST') return 405
  if (request.headers['transfer-encoding'] !== undefined) return 411
  if (Number(request.headers['content-length'] ?? 0) > maximumBodyBytes) return 413
  if (!isFromOurSite(request, ownOrigin) && !isOneClickAddress(request.path)) return 403
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(request.headers['content-type'] ?? ''))
    return 415
  return undefined
}

function isOneClickAddress(path: string): boolean {
  return /^\/afmelden\/[\w-]+$/.test(path)
}

/** The same host over http is not our site: whoever sits on the line writes those pages. */
function isFromOurSite(request: Request, ownOrigin: string): boolean {
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin'
  return URL.canParse(origin) && new URL(origin).origin === ownOrigin
}
