import { expect, test } from '@playwright/test'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasRoom, placesLeft } from '#app/domain/attending/seats.ts'
import { preselectedAnswer, whyNotApplied } from '#app/domain/inviting/answer.ts'
import { registrationForm } from '#app/forms/attending/registration-form.ts'

const at = (text: string) => Temporal.Instant.from(`2027-01-12T${text}:00Z`)

test('the latest answer wins, unless it answers the time from before the move', () => {
  const version = { rsvpEpoch: 2 }
  const last = { answeredSequence: 2, answeredAt: at('10:00') }
  expect(whyNotApplied({ answeredSequence: 2, answeredAt: at('11:00') }, version, last)).toBe(undefined)
  expect(whyNotApplied({ answeredSequence: 3, answeredAt: at('10:00') }, version, last)).toBe(undefined)
  expect(whyNotApplied({ answeredSequence: 2, answeredAt: at('09:00') }, version, last)).toBe('olderThanLast')
  expect(whyNotApplied({ answeredSequence: 1, answeredAt: at('12:00') }, version, last)).toBe('earlierVersion')
  expect(whyNotApplied({ answeredSequence: 1, answeredAt: at('12:00') }, version, undefined)).toBe('earlierVersion')
})

test('a link only ticks an answer it knows', () => {
  expect(['ja', 'misschien', 'nee', 'JA', 'yes', null].map(preselectedAnswer)).toEqual([
    'yes',
    'maybe',
    'no',
    undefined,
    undefined,
    undefined,
  ])
})

test('a seat is free while the room and the share of the council both have one', () => {
  const taken = { total: 9, byCouncil: 3 }
  expect(hasRoom({ capacity: 10, quota: undefined }, taken)).toBe(true)
  expect(hasRoom({ capacity: 9, quota: undefined }, taken)).toBe(false)
  expect(hasRoom({ capacity: 10, quota: 3 }, taken)).toBe(false)
  expect(hasRoom({ capacity: undefined, quota: undefined }, taken)).toBe(true)
  expect(placesLeft({ capacity: 10, quota: 5 }, taken)).toBe(1)
  expect(placesLeft({ capacity: 5, quota: undefined }, taken)).toBe(0)
  expect(placesLeft({ capacity: undefined, quota: undefined }, taken)).toBeUndefined()
})

test('an evening takes answers from its announcement until its end', () => {
  const end = at('20:00')
  expect(closedReason({ status: 'published', end }, at('19:59'))).toBeUndefined()
  expect(closedReason({ status: 'changed', end }, at('20:00'))).toBe('held')
  expect(closedReason({ status: 'draft', end }, at('10:00'))).toBe('notPublished')
  expect(closedReason({ status: 'option', end }, at('10:00'))).toBe('notPublished')
  expect(closedReason({ status: 'cancelled', end }, at('10:00'))).toBe('cancelled')
})

test('names and addresses that would become something else in a mail are refused in a sentence', () => {
  const entries = { name: 'Ans de Verzonnene', address: 'ans@raad.example', role: 'councillor' }
  const problems = (over: object) =>
    registrationForm.safeParse({ ...entries, ...over }).error?.issues.map(({ message }) => message) ?? []
  expect(problems({})).toEqual([])
  expect(problems({ name: "Zoë van 't Hoofd-Ünal" })).toEqual([])
  for (const name of ['Ans\r\nBcc: x@y.example', 'https://lok.example', 'Ans <ans@x.example>', 'Ans\u2028Bob'])
    expect(problems({ name })).toHaveLength(1)
  for (const address of [
    'ans',
    'ans@raad',
    'ans@raad.example\r\nBcc: x@y.example',
    'ans,bob@raad.example',
    '"a"@raad.example',
  ])
    expect(problems({ address })).not.toEqual([])
  expect(problems({ role: 'fractie' })).toEqual(['Kies uw rol.'])
})
