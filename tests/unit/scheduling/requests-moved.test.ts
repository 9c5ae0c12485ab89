import { expect, test } from '@playwright/test'
import type { RequestStatus } from '#app/domain/requesting/status.ts'
import { confirmsInWords, goesBackInWords } from '#app/domain/scheduling/requests-moved.ts'

const requests = (...statuses: RequestStatus[]) =>
  statuses.map((status, at) => ({ briefingRequestId: String(at), reference: `RB-2026-000${at + 1}`, status }))

test('an evening that answers several requests names each of them; one that stays what it is, is not named', () => {
  expect(confirmsInWords(requests('inTreatment'))).toBe('Aanvraag RB-2026-0001 wordt bevestigd.')
  expect(confirmsInWords(requests('optioned', 'withdrawn', 'inTreatment'))).toBe(
    'De aanvragen RB-2026-0001 en RB-2026-0003 worden bevestigd.',
  )
  expect(confirmsInWords([])).toBeUndefined()
  expect(goesBackInWords(requests('confirmed', 'optioned'))).toBe(
    'De aanvragen RB-2026-0001 en RB-2026-0002 gaan terug naar “in behandeling”.',
  )
  expect(goesBackInWords(requests('confirmed', 'withdrawn'))).toBe(
    'Aanvraag RB-2026-0001 gaat terug naar “in behandeling”.',
  )
})

test('a request that is in treatment does not go back there: its evening was a draft', () => {
  expect(goesBackInWords(requests('inTreatment'))).toBeUndefined()
})
