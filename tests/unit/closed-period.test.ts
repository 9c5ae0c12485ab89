import { expect, test } from '@playwright/test'
import { warningsFor } from '#app/domain/scheduling/closed-period.ts'
import { closedPeriods } from '#db/seed/zuid-holland/closed-periods.ts'

const councils = [
  { name: 'Leiderdorp', usualEvenings: [1] },
  { name: 'Leiden', usualEvenings: [4, 2] },
]
const planning = {
  closedPeriods,
  councils,
  today: Temporal.PlainDate.from('2026-11-23'),
  minimumNoticeWeeks: 3,
}
const warn = (date: string) => warningsFor(Temporal.PlainDate.from(date), planning)
const sentences = (date: string) => warn(date).map(({ kind, sentence }) => `${kind}: ${sentence}`)

test('an ordinary evening has no warnings', () => {
  expect(warn('2027-01-13')).toEqual([])
})

test('each reason is a sentence of its own', () => {
  expect(sentences('2026-12-22')).toEqual([
    'recess: De datum 22 december 2026 valt in de kerstvakantie. De raad heeft dan meestal reces. Kies liever een andere avond.',
    'councilEvening: De raad van Leiden vergadert meestal op dinsdag. Kies liever een andere avond.',
  ])
  expect(sentences('2027-01-11')).toEqual([
    'councilEvening: De raad van Leiderdorp vergadert meestal op maandag. Kies liever een andere avond.',
  ])
  expect(sentences('2028-05-04')).toEqual([
    'advice: De datum 4 mei 2028 komt niet goed uit: dan is het Dodenherdenking. Plan geen bijeenkomst in de avond. Kies liever een andere dag.',
    'councilEvening: De raad van Leiden vergadert meestal op donderdag. Kies liever een andere avond.',
  ])
  expect(sentences('2028-06-05')).toEqual([
    'publicHoliday: De datum 5 juni 2028 komt niet goed uit: dan is het Tweede pinksterdag. Kies liever een andere dag.',
    'councilEvening: De raad van Leiderdorp vergadert meestal op maandag. Kies liever een andere avond.',
  ])
  expect(sentences('2027-01-09')).toEqual([
    'weekend: De datum 9 januari 2027 is een zaterdag. Kies liever een avond van maandag tot en met vrijdag.',
  ])
  expect(sentences('2026-12-02')).toEqual([
    'shortNotice: De datum 2 december 2026 is al snel. Wij hebben meestal 3 weken nodig om een bijeenkomst voor te bereiden. Kies liever een avond vanaf maandag 14 december 2026.',
  ])
})

test('a period whose days are not certain says so', () => {
  expect(sentences('2027-02-24')).toEqual([
    'recess: De datum 24 februari 2027 valt in de voorjaarsvakantie. De raad heeft dan meestal reces. Kies liever een andere avond. De precieze dagen staan nog niet vast.',
  ])
})

test('the provincial election and the weeks before it', () => {
  expect(sentences('2027-03-17')).toEqual([
    'election: De datum 17 maart 2027 valt samen met de verkiezing van Provinciale Staten en de waterschappen. Kies liever een andere dag. De precieze dagen staan nog niet vast.',
  ])
  expect(sentences('2027-03-10')).toEqual([
    'election: De datum 10 maart 2027 valt samen met de aanloop naar de verkiezing van Provinciale Staten en de waterschappen. In deze weken komt er geen gedeputeerde. Medewerkers van de provincie kunnen wel komen. De precieze dagen staan nog niet vast.',
  ])
  expect(warn('2027-03-18').map(({ kind }) => kind)).toEqual(['councilEvening'])
})

test('several reasons at once are all told', () => {
  expect(warn('2027-05-05').map(({ kind }) => kind)).toEqual(['recess', 'publicHoliday'])
})

test('the first and the last day of a period are closed, the days around it are not', () => {
  expect(warn('2027-07-16').map(({ kind }) => kind)).not.toContain('recess')
  expect(warn('2027-07-17').map(({ kind }) => kind)).toContain('recess')
  expect(warn('2027-08-29').map(({ kind }) => kind)).toContain('recess')
  expect(warn('2027-08-30').map(({ kind }) => kind)).not.toContain('recess')
})

test('a day in the past has been, and that is all there is to say of it', () => {
  expect(sentences('2026-11-22')).toEqual([
    'past: De datum 22 november 2026 is al geweest. Kies een dag in de toekomst.',
  ])
  for (const date of ['2026-11-23', '2026-12-25', '2027-05-04', '2027-03-17'])
    expect(warn(date).map(({ kind }) => kind)).not.toContain('past')
})

test('the notice ends exactly on the day it is long enough', () => {
  expect(warn('2026-12-13').map(({ kind }) => kind)).toContain('shortNotice')
  expect(warn('2026-12-14').map(({ kind }) => kind)).not.toContain('shortNotice')
})
