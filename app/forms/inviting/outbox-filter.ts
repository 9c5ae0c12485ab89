import {
  mailKindInWords,
  mailKindWords,
  type OutboxState,
  outboxStateWords,
} from '#app/domain/inviting/outbox-words.ts'

export type ReadOutboxFilter = {
  state: OutboxState | undefined
  kind: string | undefined
  briefingSessionId: string | undefined
  personId: string | undefined
  recipient: string
  before: number | undefined
  /** Mails that may not leave yet as well. */
  withWithheld: boolean
}

/** What an address asks for, in the words of the page. Whatever it does not understand is left out: a filter is never an error. */
export function readOutboxFilter(params: URLSearchParams): ReadOutboxFilter {
  const before = Number(params.get('voor') ?? 'x')
  return {
    state: keyOf(outboxStateWords, params.get('toestand')),
    kind: keyOf(mailKindWords, params.get('soort')),
    briefingSessionId: params.get('bijeenkomst') || undefined,
    personId: params.get('persoon') || undefined,
    recipient: (params.get('zoek') ?? '').trim().slice(0, 254),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    withWithheld: params.get('tegengehouden') === 'ja',
  }
}

export function outboxPath(filter: Partial<ReadOutboxFilter>): string {
  const params = new URLSearchParams()
  if (filter.state) params.set('toestand', outboxStateWords[filter.state])
  if (filter.kind) params.set('soort', mailKindInWords(filter.kind))
  if (filter.briefingSessionId) params.set('bijeenkomst', filter.briefingSessionId)
  if (filter.personId) params.set('persoon', filter.personId)
  if (filter.recipient) params.set('zoek', filter.recipient)
  if (filter.withWithheld) params.set('tegengehouden', 'ja')
  if (filter.before) params.set('voor', String(filter.before))
  return params.size > 0 ? `/beheer/post?${params}` : '/beheer/post'
}

export function keyOf<Key extends string>(words: Record<Key, string>, word: string | null): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word)
}
