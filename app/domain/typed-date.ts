import { monthName, weekdayName } from '#app/domain/calendar-text.ts'

export type DateReading = { ok: true; date: Temporal.PlainDate } | { ok: false; sentence: string }

const example = 'Schrijf de datum bijvoorbeeld als 12 januari 2027.'

/**
 * Reads a date as Dutch people write one: 12-1-2027, 12/1/27, 12.1.2027, 12 januari 2027, di 12 jan. 2027, 2027-01-12.
 * Day before month; a year of two digits is in this century. A weekday that does not fit the date is refused, because then
 * one of the two is a mistake.
 */
export function readTypedDate(typed: string): DateReading {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  if (text === '') return refuse(`Vul een datum in. ${example}`)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return toDate(Number(iso[3]), Number(iso[2]), Number(iso[1]))
  const written =
    /^(?:([a-z]+)\.?,? )?(\d{1,2})(?:e|ste|de)?(?: ?[-/.] ?| )([a-z]+|\d{1,2})\.?(?: ?[-/.] ?| )?'?(\d{2}|\d{4})?$/.exec(
      text,
    )
  if (!written) return refuse(`Wij kunnen deze datum niet lezen. ${example}`)
  const [, weekdayText, dayText, monthText = '', yearText] = written
  const month = readMonth(monthText)
  const weekday = weekdayText === undefined ? undefined : readWeekday(weekdayText)
  if (month === undefined || (weekdayText !== undefined && weekday === undefined)) {
    return refuse(`Wij kunnen deze datum niet lezen. ${example}`)
  }
  if (yearText === undefined) return refuse(`Schrijf ook het jaar erbij. ${example}`)
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
  return withWeekday(toDate(Number(dayText), month, year), weekday)
}

function toDate(day: number, month: number, year: number): DateReading {
  if (month < 1 || month > 12) return refuse(`Maand ${month} bestaat niet. Schrijf eerst de dag en dan de maand.`)
  const monthLength = Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  if (day < 1 || day > monthLength)
    return refuse(`De datum ${day} ${monthName(month)} ${year} bestaat niet. Kies een andere dag.`)
  return { ok: true, date: Temporal.PlainDate.from({ year, month, day }) }
}

function withWeekday(reading: DateReading, weekday: number | undefined): DateReading {
  if (!reading.ok || weekday === undefined || reading.date.dayOfWeek === weekday) return reading
  const { day, month, year, dayOfWeek } = reading.date
  return refuse(
    `De datum ${day} ${monthName(month)} ${year} is een ${weekdayName(dayOfWeek)}, geen ${weekdayName(weekday)}. Controleer de datum.`,
  )
}

/** A number, a full name, or its first letters (three or more); "mrt" is maart. */
function readMonth(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === 'mrt') return 3
  return text.length < 3 ? undefined : findName(text, 12, monthName)
}

/** A full name, or its first letters (two or more). */
function readWeekday(text: string): number | undefined {
  return text.length < 2 ? undefined : findName(text, 7, weekdayName)
}

function findName(text: string, count: number, nameOf: (oneBased: number) => string): number | undefined {
  return Array.from({ length: count }, (_, index) => index + 1).find((number) => nameOf(number).startsWith(text))
}

function refuse(sentence: string): DateReading {
  return { ok: false, sentence }
}
