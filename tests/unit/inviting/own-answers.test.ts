import { expect, test } from '@playwright/test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { OwnRegistrationForms } from '#app/components/attending/own-registration-forms.tsx'
import { OwnReplies } from '#app/components/inviting/engaged-evening.tsx'

const moved = { sequence: 2, rsvpEpoch: 2 }
const given = { answer: 'yes', door: 'link', applied: true } as const
const at = Temporal.Instant.from('2026-11-24T09:00:00Z')
const linesOf = (html: string) => [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line)
const none = expect.not.stringContaining('telt niet mee')

test('an answer that counted until the time changed is not passed off as one that counts', () => {
  const reply = (id: number, over: object) => ({
    id,
    ...given,
    answeredAt: at,
    answeredSequence: 2,
    notApplied: undefined,
    via: undefined,
    withdrawnAt: undefined,
    ...over,
  })
  const replies = [
    reply(1, {}),
    reply(2, { answeredSequence: 1 }),
    reply(3, { applied: false, notApplied: 'olderThanLast' }),
    reply(4, { answeredSequence: 1, withdrawnAt: at }),
  ]
  const registration = { place: 'unregistered', facility: undefined } as const
  const html = renderToStaticMarkup(createElement(OwnRegistrationForms, { version: moved, registration, replies }))
  expect(linesOf(html)).toEqual([
    none,
    expect.stringMatching(/\(over een eerdere tijd, telt niet mee\)$/),
    expect.stringMatching(/\(er was al een later antwoord, telt niet mee\)$/),
    expect.stringMatching(/\(door de provincie teruggedraaid, telt niet mee\)$/),
  ])
})

test('nor is that of a speaker, a room or a griffie', () => {
  for (const capacity of ['speaker', 'venue', 'clerk'] as const) {
    const reply = (over: object) => ({
      ...given,
      at,
      answeredSequence: 2,
      notApplied: undefined,
      withdrawnAt: undefined,
      ...over,
    })
    const replies = [
      reply({}),
      reply({ answeredSequence: 1 }),
      reply({ applied: false, notApplied: 'olderThanLast' }),
      reply({ applied: false, withdrawnAt: at }),
    ]
    const html = renderToStaticMarkup(createElement(OwnReplies, { session: moved, capacity, replies }))
    expect(linesOf(html), capacity).toEqual([
      none,
      expect.stringMatching(/\(over een eerdere tijd, telt niet mee\)$/),
      expect.stringMatching(/\(er was al een later antwoord, telt niet mee\)$/),
      expect.stringMatching(/\(door de provincie teruggedraaid, telt niet mee\)$/),
    ])
  }
})
