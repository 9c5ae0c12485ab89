import { expect, test } from '@playwright/test'
import { entriesForWish } from '#app/forms/scheduling/session-defaults.ts'

const leiderdorp = { municipalityId: 'GM0547', municipalityName: 'Leiderdorp', hasJoined: true }
const leiden = { municipalityId: 'GM0546', municipalityName: 'Leiden', hasJoined: true }
const silent = { municipalityId: 'GM0626', municipalityName: 'Voorschoten', hasJoined: false }

function aWish(titles: string[], over: Partial<Parameters<typeof entriesForWish>[0]> = {}) {
  return {
    formatMinutes: 90,
    dosNumber: undefined,
    isPublic: true,
    regionName: undefined,
    venueKind: 'councilChamber' as const,
    topics: titles.map((title) => ({ topicId: title, title, minutes: 30 })),
    councils: [leiderdorp],
    ...over,
  }
}

const titles: [string, ReturnType<typeof aWish>][] = [
  ['Wonen in Leiderdorp', aWish(['Wonen'])],
  ['Wie doet wat in Leiderdorp', aWish(['Wie doet wat?'])],
  ['Wonen en economie en kennis in Leiderdorp', aWish(['Wonen', 'Economie en kennis'])],
  ['Wie doet wat en twee andere onderwerpen in Leiderdorp', aWish(['Wie doet wat?', 'Wonen', 'Ondermijning'])],
  ['Wonen in Leiderdorp en Leiden', aWish(['Wonen'], { councils: [leiderdorp, leiden, silent] })],
  [
    'Wonen in de Leidse regio',
    aWish(['Wonen'], { councils: [leiderdorp, leiden, silent], regionName: 'Leidse regio' }),
  ],
  ['Wonen in Leiderdorp', aWish(['Wonen'], { councils: [leiderdorp, silent], regionName: 'Leidse regio' })],
]

for (const [title, wish] of titles) {
  test(`the title starts as “${title}” for ${wish.topics.length} topics and ${wish.councils.length} councils`, () => {
    expect(entriesForWish(wish, []).title).toBe(title)
  })
}

const day = (text: string) => Temporal.PlainDate.from(text)

test('the first day that nothing speaks against is filled in; when something speaks against all, the first', () => {
  const may = { day: day('2027-05-04'), warnings: ['Dan is het Dodenherdenking.'] }
  const april = { day: day('2027-04-20'), warnings: [] }
  expect(entriesForWish(aWish(['Wonen']), [may, april]).date).toBe('2027-04-20')
  expect(entriesForWish(aWish(['Wonen']), [may]).date).toBe('2027-05-04')
})

test('an evening that the council chose of a proposal comes before the days it preferred, with its own hours', () => {
  const chosenEvening = {
    start: Temporal.Instant.from('2027-07-06T18:00:00Z'),
    end: Temporal.Instant.from('2027-07-06T20:00:00Z'),
  }
  const preferred = { day: day('2027-04-20'), warnings: [] }
  expect(entriesForWish(aWish(['Wonen'], { chosenEvening }), [preferred])).toMatchObject({
    date: '2027-07-06',
    startTime: '20.00',
    endTime: '22.00',
  })
})

test('times stand there as people write them', () => {
  expect(entriesForWish(aWish(['Wonen']), [])).toMatchObject({ startTime: '19.30', endTime: '21.00' })
})

const room = (id: string, municipalityId: string, active = true) => ({ id, municipalityId, active })

test('a council that wants to sit at home finds its own room filled in, when there is one', () => {
  const rooms = [room('Leiden', 'GM0546'), room('Leiderdorp', 'GM0547'), room('sloop', 'GM0547', false)]
  const wish = aWish(['Wonen'], { councils: [leiderdorp, leiden] })
  expect(entriesForWish(wish, [], rooms).venueId).toBe('Leiderdorp')
  expect(entriesForWish(wish, [], [...rooms, room('kelder', 'GM0547')]).venueId, 'staff choose').toBe('')
  expect(entriesForWish({ ...wish, venueKind: 'online' }, [], rooms).venueId).toBe('')
})
