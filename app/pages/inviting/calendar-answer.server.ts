import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { claimedFeedId, feedToken, provesFeedToken } from '#app/domain/access/tokens.server.ts'
import { type CalendarFeed, feedAddresses } from '#app/domain/inviting/calendar-feed.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import { countAttempt, type LimitName } from '#app/web/rate-limit.server.ts'
import { findLiveFeed } from '#db/inviting/calendar-feeds.ts'

type Args = LoaderFunctionArgs

/**
 * The calendar behind a secret address. One that was made new, ended, or made up is not there.
 * @throws 404, or 429 for a program that comes back too often and a network that tries addresses
 */
export async function requireFeed({ params, context }: Args): Promise<CalendarFeed> {
  const token = params.token ?? ''
  const feedId = claimedFeedId(token)
  const feed = feedId === undefined ? undefined : await findLiveFeed(context.db, feedId, context.now())
  if (feed === undefined || !provesFeedToken(context.site.linkSecret, token, feed.id, feed.version)) {
    await countFetch(context, 'unknownCalendarPerNetwork', context.network)
    throw new Response(null, { status: 404 })
  }
  await countFetch(context, 'calendarPerFeed', feed.id)
  return feed
}

async function countFetch(context: Args['context'], limit: LimitName, of: string): Promise<void> {
  await countAttempt(context, limit, of).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    const { waitMinutes = 1 } = error.facts as { waitMinutes?: number }
    throw new Response(null, { status: 429, headers: { 'Retry-After': String(waitMinutes * 60) } })
  })
}

/** A calendar as it leaves: programs that kept the last one (ETag) hear that nothing changed. */
export function calendarAnswer(request: Request, calendar: string, fileName?: string): Response {
  // Weak: the same calendar leaves compressed and not compressed.
  const etag = `W/"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`
  const headers = new Headers({
    'Content-Type': 'text/calendar; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    ETag: etag,
    'X-Robots-Tag': 'noindex',
  })
  if (fileName) headers.set('Content-Disposition', `attachment; filename="${fileName}"`)
  if (isAmong(etag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers })
  return new Response(calendar, { headers })
}

/** RFC 9110 §13.1.2: weak comparison. */
function isAmong(etag: string, header: string | null): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header?.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag)) ?? false
}

export type ShownFeed = { id: string; of: string; version: number; plain: string; webcal: string }

/** A calendar with its address, for the page of whoever holds it. */
export function shownFeed(site: Site, { id, of, version }: CalendarFeed): ShownFeed {
  return { id, of, version, ...feedAddresses(site, feedToken(site.linkSecret, id, version)) }
}

/** What the page says afterwards. An older tab, or a form that was sent twice, did nothing to the address of now. */
export function doneWith(intent: 'renew' | 'end', isReplaced: boolean): 'nieuw' | 'uit' | 'intussen' {
  if (!isReplaced) return 'intussen'
  return intent === 'end' ? 'uit' : 'nieuw'
}
