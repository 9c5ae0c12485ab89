import { expect, test } from '@playwright/test'
import { assertOpenForAnswers, closedReason } from '#app/domain/attending/open-for-answers.ts'
import {
  hasRoom,
  isLimited,
  placesLeft,
  type SeatLimits,
  seatLimits,
  withoutRoom,
} from '#app/domain/attending/seats.ts'

const at = (text: string) => Temporal.Instant.from(`2027-01-12T${text}:00Z`)

test('a seat is free while the room and the share of the council both have one', () => {
  const taken = { total: 9, byCouncil: 3 }
  expect(hasRoom({ capacity: 10, quota: undefined }, taken)).toBe(true)
  expect(hasRoom({ capacity: 9, quota: undefined }, taken)).toBe(false)
  expect(hasRoom({ capacity: 10, quota: 3 }, taken)).toBe(false)
  expect(hasRoom({ capacity: undefined, quota: undefined }, taken)).toBe(true)
  expect(hasRoom({ capacity: undefined, quota: 4 }, taken)).toBe(true)
  expect(placesLeft({ capacity: 10, quota: 5 }, taken)).toBe(1)
  expect(placesLeft({ capacity: 20, quota: 5 }, taken)).toBe(2)
  expect(placesLeft({ capacity: 5, quota: undefined }, taken)).toBe(0)
  expect(placesLeft({ capacity: undefined, quota: undefined }, taken)).toBeUndefined()
})

test('a seat that is given up is somebody else’s where the room or the share is limited, be it to none', () => {
  expect(isLimited({ capacity: undefined, quota: undefined })).toBe(false)
  expect(isLimited({ capacity: 10, quota: undefined })).toBe(true)
  expect(isLimited({ capacity: undefined, quota: 0 })).toBe(true)
})

test('staff say how many fit, else the room does; a share is that of the own council', () => {
  const councils = [
    { councilId: 'a', quota: 3 },
    { councilId: 'b', quota: undefined },
  ]
  const limits = (over: object, councilId = 'a') =>
    seatLimits(
      { capacity: undefined, venue: undefined, councils, ...over } as Parameters<typeof seatLimits>[0],
      councilId,
    )
  expect(limits({ capacity: 20, venue: { capacity: 60 } })).toEqual({ capacity: 20, quota: 3 })
  expect(limits({ venue: { capacity: 60 } })).toEqual({ capacity: 60, quota: 3 })
  expect(limits({})).toEqual({ capacity: undefined, quota: 3 })
  expect(limits({}, 'b')).toEqual({ capacity: undefined, quota: undefined })
  expect(limits({}, 'of another evening')).toEqual({ capacity: undefined, quota: undefined })
})

test('seats are dealt in order until the room is full or a council has its share, whatever was taken before', () => {
  const people = ['a1', 'a2', 'b1', 'a3', 'b2', 'c1'].map((name) => ({ name, councilId: name.slice(0, 1) }))
  const left = (limits: SeatLimits, taken: Record<string, number> = {}) =>
    withoutRoom(() => limits, new Map(Object.entries(taken)), people).map(({ name }) => name)
  expect(left({ capacity: undefined, quota: undefined })).toEqual([])
  expect(left({ capacity: 4, quota: undefined })).toEqual(['b2', 'c1'])
  expect(left({ capacity: 4, quota: undefined }, { a: 1, d: 2 })).toEqual(['a2', 'b1', 'a3', 'b2', 'c1'])
  expect(left({ capacity: undefined, quota: 2 })).toEqual(['a3'])
  expect(left({ capacity: undefined, quota: 2 }, { b: 1 })).toEqual(['a3', 'b2'])
  expect(left({ capacity: 4, quota: 1 })).toEqual(['a2', 'a3', 'b2'])
})

test('an evening takes answers from its announcement until its end', () => {
  const end = at('20:00')
  expect(closedReason({ status: 'published', end }, at('19:59'))).toBeUndefined()
  expect(closedReason({ status: 'changed', end }, at('20:00'))).toBe('held')
  expect(closedReason({ status: 'draft', end }, at('10:00'))).toBe('notPublished')
  expect(closedReason({ status: 'option', end }, at('10:00'))).toBe('notPublished')
  expect(closedReason({ status: 'cancelled', end }, at('10:00'))).toBe('cancelled')
  expect(closedReason({ status: 'held', end }, at('10:00'))).toBe('held')
  expect(() => assertOpenForAnswers({ status: 'published', end }, at('19:59'))).not.toThrow()
  expect(() => assertOpenForAnswers({ status: 'published', end }, at('20:00'))).toThrow(
    expect.objectContaining({ code: 'session-closed', facts: { reason: 'held' } }),
  )
})
