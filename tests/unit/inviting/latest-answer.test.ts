import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { type EarlierAnswer, whyNotApplied } from '#app/domain/inviting/answer.ts'

type Answer = { answeredSequence: number; answeredAt: Temporal.Instant }

const start = Temporal.Instant.from('2026-11-24T09:00:00Z')
const someAnswers = fc.uniqueArray(fc.record({ answeredSequence: fc.nat(4), second: fc.nat(10_000) }), {
  selector: ({ second }) => second,
  maxLength: 8,
})

test('in whatever order answers arrive, the latest about the time of now is what stays', () => {
  const property = fc.property(someAnswers, fc.nat(4), fc.infiniteStream(fc.nat()), (given, rsvpEpoch, picks) => {
    const answers: Answer[] = given.map(({ answeredSequence, second }) => ({
      answeredSequence,
      answeredAt: start.add({ seconds: second }),
    }))
    const arriving = [...answers]
    let last: EarlierAnswer
    while (arriving.length > 0) {
      const [next] = arriving.splice((picks.next().value ?? 0) % arriving.length, 1)
      if (next && whyNotApplied(next, { rsvpEpoch }, last) === undefined) last = next
    }
    const latest = answers
      .filter(({ answeredSequence }) => answeredSequence >= rsvpEpoch)
      .sort((one, other) => Temporal.Instant.compare(one.answeredAt, other.answeredAt))
      .at(-1)
    expect(last).toEqual(latest)
  })
  fc.assert(property, { numRuns: 500 })
})
