import { expect, test } from '@playwright/test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { EveningFacts } from '#app/components/scheduling/evening-facts.tsx'
import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'

const venue = {
  id: 'raadzaal',
  name: 'Raadzaal',
  address: '',
  municipalityId: undefined,
  capacity: undefined,
  accessFacts: '',
  active: true,
  version: 1,
}

function factsOf(status: SessionStatus, accessFacts = ''): string {
  const start = Temporal.Instant.from('2027-01-12T18:30:00Z')
  const session = {
    status,
    start,
    end: start.add({ minutes: 90 }),
    venue: { ...venue, accessFacts },
    onlineUrl: undefined,
  }
  return renderToStaticMarkup(createElement(EveningFacts, { session, showsOnlineLink: false, asksNeeds: 'below' }))
}

test('how to get into a room is promised only while somebody may still come', () => {
  const promise = 'De provincie vraagt dit nog na. Geef hieronder aan wat u nodig hebt.'
  for (const status of ['draft', 'option', 'published', 'changed'] as const)
    expect(factsOf(status), status).toContain(promise)
  for (const status of ['held', 'cancelled'] as const) {
    expect(factsOf(status), status).not.toMatch(/Toegang|vraagt dit nog na/)
    expect(factsOf(status, 'Er is een lift.'), status).toContain('Er is een lift.')
  }
})
