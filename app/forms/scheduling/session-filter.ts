import { type SessionStatus, sessionStatusTexts } from '#app/domain/scheduling/briefing-session.ts'

const periods = { komend: 'upcoming', geweest: 'past', alles: 'all' } as const

/** Period and status as the address bar writes them: Dutch, and readable. */
export type SessionPeriodWord = keyof typeof periods
export const sessionPeriodWords: Record<SessionPeriodWord, string> = {
  komend: 'Komende bijeenkomsten',
  geweest: 'Bijeenkomsten die geweest zijn',
  alles: 'Alle bijeenkomsten',
}

export type ReadSessionFilter = {
  period: (typeof periods)[SessionPeriodWord]
  status: SessionStatus | undefined
  text: string
}

/** What an address asks for. Whatever it does not understand is left out: a filter is never an error. */
export function readSessionFilter(params: URLSearchParams): { filter: ReadSessionFilter; page: number } {
  const period = params.get('periode') ?? 'komend'
  const page = Number(params.get('bladzijde') ?? '1')
  return {
    filter: {
      period: period in periods ? periods[period as SessionPeriodWord] : 'upcoming',
      status: statusOf(params.get('status') ?? ''),
      text: (params.get('zoek') ?? '').trim().slice(0, 100),
    },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

export function periodWordOf(period: ReadSessionFilter['period']): SessionPeriodWord {
  return period === 'past' ? 'geweest' : period === 'all' ? 'alles' : 'komend'
}

export function sessionListPath(filter: ReadSessionFilter, page: number): string {
  const params = new URLSearchParams({ periode: periodWordOf(filter.period) })
  if (filter.status) params.set('status', sessionStatusTexts[filter.status])
  if (filter.text !== '') params.set('zoek', filter.text)
  if (page > 1) params.set('bladzijde', String(page))
  return `/beheer/sessies?${params}`
}

function statusOf(word: string): SessionStatus | undefined {
  const statuses = Object.entries(sessionStatusTexts) as [SessionStatus, string][]
  return statuses.find(([, text]) => text === word)?.[0]
}
