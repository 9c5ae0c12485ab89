import { formatDate } from '#app/domain/calendar-text.ts'
import { lowerFirst } from '#app/domain/first-letter.ts'
import { readTypedDate } from '#app/domain/typed-date.ts'

/** The fields, as the form names them. */
export const preferenceNames = ['Eerste voorkeur', 'Tweede voorkeur', 'Derde voorkeur']

export type ReadDates = {
  dates: Temporal.PlainDate[]
  /** `index` is the field the sentence belongs to; the sentence names it too, because in the summary it stands by itself. */
  mistakes: { index: number; sentence: string }[]
}

/** The dates as typed. What cannot be read or has been is a mistake; everything else a council may choose. */
export function readTypedDates(typed: readonly (string | undefined)[], today: Temporal.PlainDate): ReadDates {
  const dates: Temporal.PlainDate[] = []
  const mistakes: ReadDates['mistakes'] = []
  for (const [index, text] of typed.entries()) {
    if (!text?.trim()) continue
    const refuse = (sentence: string) => mistakes.push({ index, sentence: `${preferenceNames[index]}: ${sentence}` })
    const reading = readTypedDate(text)
    if (!reading.ok) refuse(lowerFirst(reading.sentence))
    else if (Temporal.PlainDate.compare(reading.date, today) < 0)
      refuse(`${formatDate(reading.date)} is al geweest. Kies een dag in de toekomst.`)
    else if (dates.some((date) => date.equals(reading.date)))
      refuse('deze datum hebt u al ingevuld. Kies een andere dag of laat dit veld leeg.')
    else dates.push(reading.date)
  }
  return { dates, mistakes }
}
