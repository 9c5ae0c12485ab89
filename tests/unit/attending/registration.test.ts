import { expect, test } from '@playwright/test'
import {
  facilityWords,
  hasLeft,
  type Place,
  participantFacilities,
  placesToCome,
  placeWords,
  standingWords,
} from '#app/domain/attending/registration.ts'

// Seen to fail: the register said "heeft een plaats" beside a no, while that place was free for somebody else.
test('who says no has no place any more, in words', () => {
  expect(standingWords({ place: 'seat', answer: 'no' })).toBe('plaats vrijgegeven')
  for (const answer of ['none', 'yes', 'maybe'] as const)
    expect(standingWords({ place: 'seat', answer })).toBe('heeft een plaats')
  expect(standingWords({ place: 'waiting', answer: 'no' })).toBe('wachtlijst')
  expect(standingWords({ place: 'missed', answer: 'no' })).toBe('niet geweest')
})

test('each place is of who comes or wants to, of who has left, or of after the evening', () => {
  const places = Object.keys(placeWords) as Place[]
  expect(places.filter(hasLeft)).toEqual(['expired', 'unregistered', 'removed'])
  expect(placesToCome).toEqual(['seat', 'waiting', 'offered'])
  const after = places.filter((place) => !hasLeft(place) && !(placesToCome as readonly Place[]).includes(place))
  expect(after).toEqual(['attended', 'missed'])
})

test('what somebody needs is said in words, also when it has left the list', () => {
  expect(participantFacilities.map(facilityWords)).toEqual([
    'Een plaats voor een rolstoel',
    'Ringleiding',
    'Gebarentolk',
    'Schrijftolk',
    'Stukken in grote letters',
  ])
  expect(facilityWords('geleidehond')).toBe('geleidehond')
})
