import { type InboxState, inboxStateWords } from '#app/domain/inviting/inbox-words.ts'
import { keyOf } from './outbox-filter.ts'

export type ReadInboxFilter = {
  state: InboxState | undefined
  briefingSessionId: string | undefined
  sender: string
  before: { receivedAt: string; id: string } | undefined
}

/** What an address asks for, in the words of the page. Whatever it does not understand is left out: a filter is never an error. */
export function readInboxFilter(params: URLSearchParams): ReadInboxFilter {
  return {
    state: keyOf(inboxStateWords, params.get('toestand')),
    briefingSessionId: params.get('bijeenkomst') || undefined,
    sender: (params.get('zoek') ?? '').trim().slice(0, 254),
    before: placeIn(params.get('voor') ?? ''),
  }
}

/** "2026-11-24 09:00:00.123456+00,<id>": the last mail of the page before. */
function placeIn(word: string): ReadInboxFilter['before'] {
  const [, receivedAt, id] = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00),([0-9a-f-]{36})$/.exec(word) ?? []
  const isMoment = receivedAt !== undefined && !Number.isNaN(Date.parse(`${receivedAt.slice(0, 19)}Z`))
  return isMoment && id ? { receivedAt, id } : undefined
}

export function inboxPath(filter: ReadInboxFilter): string {
  const params = new URLSearchParams()
  if (filter.state) params.set('toestand', inboxStateWords[filter.state])
  if (filter.briefingSessionId) params.set('bijeenkomst', filter.briefingSessionId)
  if (filter.sender) params.set('zoek', filter.sender)
  if (filter.before) params.set('voor', `${filter.before.receivedAt},${filter.before.id}`)
  return params.size > 0 ? `/beheer/post/binnen?${params}` : '/beheer/post/binnen'
}
