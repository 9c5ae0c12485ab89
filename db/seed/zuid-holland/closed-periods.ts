import type { ClosedPeriod } from '#app/domain/scheduling/closed-period.ts'

export type ClosedPeriodSeed = ClosedPeriod & { source: string }

/** All of Zuid-Holland is school holiday region Midden; council recess follows the school holidays. */
const SCHOOL_HOLIDAYS: [
  schoolYear: string,
  name: string,
  firstDay: string,
  lastDay: string,
  certainty: 'high' | 'middle',
  source: string,
][] = [
  [
    '2025-2026',
    'herfstvakantie',
    '2025-10-18',
    '2025-10-26',
    'high',
    'edumarevpr.nl/vakantieregeling (scholen Voorne-Putten/Rozenburg); landstedembo.nl (Noord en Midden)',
  ],
  ['2025-2026', 'kerstvakantie', '2025-12-20', '2026-01-04', 'high', 'edumarevpr.nl; landstedembo.nl'],
  [
    '2025-2026',
    'voorjaarsvakantie',
    '2026-02-14',
    '2026-02-22',
    'high',
    'edumarevpr.nl; landstedembo.nl (regio Midden)',
  ],
  [
    '2025-2026',
    'meivakantie',
    '2026-04-18',
    '2026-05-04',
    'middle',
    'edumarevpr.nl (school plakt een week aan de landelijke week 25-04 t/m 03-05)',
  ],
  [
    '2025-2026',
    'zomervakantie',
    '2026-07-18',
    '2026-08-30',
    'high',
    'edumarevpr.nl; mariaschool.wsko.nl (Westland): vanaf 17 juli',
  ],
  [
    '2026-2027',
    'herfstvakantie',
    '2026-10-17',
    '2026-10-25',
    'middle',
    'mariaschool.wsko.nl (Westland): 19 t/m 23 oktober; weekenden erbij gerekend',
  ],
  [
    '2026-2027',
    'kerstvakantie',
    '2026-12-19',
    '2027-01-03',
    'high',
    'mariaschool.wsko.nl en montessoricollege.nl: 21 december t/m 1 januari',
  ],
  [
    '2026-2027',
    'voorjaarsvakantie',
    '2027-02-20',
    '2027-02-28',
    'middle',
    'mariaschool.wsko.nl (Westland): 22 t/m 26 februari; regio Zuid (montessoricollege.nl) zit twee weken eerder',
  ],
  [
    '2026-2027',
    'meivakantie',
    '2027-04-24',
    '2027-05-09',
    'middle',
    'mariaschool.wsko.nl: 26 april t/m 7 mei (tweede week is keuze van scholen; landelijk vast 24-04 t/m 02-05 uit algemene kennis)',
  ],
  [
    '2026-2027',
    'zomervakantie',
    '2027-07-17',
    '2027-08-29',
    'middle',
    'mariaschool.wsko.nl en montessoricollege.nl: 19 juli t/m 27 augustus; weekenden erbij gerekend',
  ],
]

const SPECIAL_DAYS: [day: string, name: string, kind: 'publicHoliday' | 'advice', advice: string][] = [
  ['2026-01-01', 'Nieuwjaarsdag', 'publicHoliday', ''],
  ['2026-04-03', 'Goede Vrijdag', 'advice', 'Dit is geen wettelijke vrije dag, maar veel overheden zijn dicht.'],
  ['2026-04-05', 'Eerste paasdag', 'publicHoliday', ''],
  ['2026-04-06', 'Tweede paasdag', 'publicHoliday', ''],
  ['2026-04-27', 'Koningsdag', 'publicHoliday', ''],
  ['2026-05-04', 'Dodenherdenking', 'advice', 'Plan geen bijeenkomst in de avond.'],
  ['2026-05-05', 'Bevrijdingsdag', 'publicHoliday', 'Veel overheden zijn dicht.'],
  ['2026-05-14', 'Hemelvaartsdag', 'publicHoliday', ''],
  ['2026-05-24', 'Eerste pinksterdag', 'publicHoliday', ''],
  ['2026-05-25', 'Tweede pinksterdag', 'publicHoliday', ''],
  ['2026-12-05', 'Sinterklaasavond', 'advice', 'Plan liever geen bijeenkomst in de avond.'],
  ['2026-12-25', 'Eerste kerstdag', 'publicHoliday', ''],
  ['2026-12-26', 'Tweede kerstdag', 'publicHoliday', ''],
  ['2027-01-01', 'Nieuwjaarsdag', 'publicHoliday', ''],
  ['2027-03-26', 'Goede Vrijdag', 'advice', 'Dit is geen wettelijke vrije dag, maar veel overheden zijn dicht.'],
  ['2027-03-28', 'Eerste paasdag', 'publicHoliday', ''],
  ['2027-03-29', 'Tweede paasdag', 'publicHoliday', ''],
  ['2027-04-27', 'Koningsdag', 'publicHoliday', ''],
  ['2027-05-04', 'Dodenherdenking', 'advice', 'Plan geen bijeenkomst in de avond.'],
  ['2027-05-05', 'Bevrijdingsdag', 'publicHoliday', 'Veel overheden zijn dicht.'],
  ['2027-05-06', 'Hemelvaartsdag', 'publicHoliday', ''],
  ['2027-05-16', 'Eerste pinksterdag', 'publicHoliday', ''],
  ['2027-05-17', 'Tweede pinksterdag', 'publicHoliday', ''],
  ['2027-12-05', 'Sinterklaasavond', 'advice', 'Plan liever geen bijeenkomst in de avond.'],
  ['2027-12-25', 'Eerste kerstdag', 'publicHoliday', ''],
  ['2027-12-26', 'Tweede kerstdag', 'publicHoliday', ''],
  ['2028-01-01', 'Nieuwjaarsdag', 'publicHoliday', ''],
  ['2028-04-14', 'Goede Vrijdag', 'advice', 'Dit is geen wettelijke vrije dag, maar veel overheden zijn dicht.'],
  ['2028-04-16', 'Eerste paasdag', 'publicHoliday', ''],
  ['2028-04-17', 'Tweede paasdag', 'publicHoliday', ''],
  ['2028-04-27', 'Koningsdag', 'publicHoliday', ''],
  ['2028-05-04', 'Dodenherdenking', 'advice', 'Plan geen bijeenkomst in de avond.'],
  ['2028-05-05', 'Bevrijdingsdag', 'publicHoliday', 'Veel overheden zijn dicht.'],
  ['2028-05-25', 'Hemelvaartsdag', 'publicHoliday', ''],
  ['2028-06-04', 'Eerste pinksterdag', 'publicHoliday', ''],
  ['2028-06-05', 'Tweede pinksterdag', 'publicHoliday', ''],
  ['2028-12-05', 'Sinterklaasavond', 'advice', 'Plan liever geen bijeenkomst in de avond.'],
  ['2028-12-25', 'Eerste kerstdag', 'publicHoliday', ''],
  ['2028-12-26', 'Tweede kerstdag', 'publicHoliday', ''],
]

const CALCULATED = 'berekend (paasformule of vaste datum)'
const ELECTION_PATTERN =
  'datum uit patroon afgeleid (woensdag 15 tot en met 21 maart, zoals 2019 en 2023); niet in een bron nagegaan'

/** The provincial election: its day and the weeks before it, a proposal that staff can move. */
const ELECTIONS: ClosedPeriodSeed[] = [
  {
    id: 'verkiezing-2026-03-18',
    kind: 'election',
    name: 'de verkiezing van de gemeenteraden',
    firstDay: day('2026-03-18'),
    lastDay: day('2026-03-18'),
    advice: '',
    certainty: 'high',
    source: 'brief van Gedeputeerde Staten; Kiesraad',
  },
  {
    id: 'verkiezing-2027-03-17',
    kind: 'election',
    name: 'de verkiezing van Provinciale Staten en de waterschappen',
    firstDay: day('2027-03-17'),
    lastDay: day('2027-03-17'),
    advice: '',
    certainty: 'middle',
    source: ELECTION_PATTERN,
  },
  {
    id: 'verkiezing-2027-aanloop',
    kind: 'election',
    name: 'de aanloop naar de verkiezing van Provinciale Staten en de waterschappen',
    firstDay: day('2027-03-03'),
    lastDay: day('2027-03-16'),
    advice: 'In deze weken komt er geen gedeputeerde. Medewerkers van de provincie kunnen wel komen.',
    certainty: 'uncertain',
    source: `voorstel: de twee weken voor de verkiezing; ${ELECTION_PATTERN}`,
  },
]

export const closedPeriods: ClosedPeriodSeed[] = [
  ...SCHOOL_HOLIDAYS.map(([schoolYear, name, firstDay, lastDay, certainty, source]) => ({
    id: `${name}-${schoolYear}`,
    kind: 'recess' as const,
    name,
    firstDay: day(firstDay),
    lastDay: day(lastDay),
    advice: '',
    certainty,
    source,
  })),
  ...SPECIAL_DAYS.map(([date, name, kind, advice]) => ({
    id: `dag-${date}`,
    kind,
    name,
    firstDay: day(date),
    lastDay: day(date),
    advice,
    certainty: 'high' as const,
    source: CALCULATED,
  })),
  ...ELECTIONS,
]

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text)
}
