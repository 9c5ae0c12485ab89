import { formatDate } from '#app/domain/calendar-text.ts'
import { readPreferredDate } from '#app/domain/requesting/preferred-date.ts'

export type ReadDates = {
  dates: Temporal.PlainDate[]
  /** `index` is the field the sentence belongs to. */
  mistakes: { index: number; sentence: string }[]
}

/** The dates as typed. What cannot be read or has been is a mistake; everything else a council may choose. */
export function readPreferredDates(typed: readonly (string | undefined)[], today: Temporal.PlainDate): ReadDates {
  const dates: Temporal.PlainDate[] = []
  const mistakes: ReadDates['mistakes'] = []
  for (const [index, text] of typed.entries()) {
    if (!text?.trim()) continue
    const reading = readPreferredDate(text)
    if (!reading.ok) mistakes.push({ index, sentence: reading.sentence })
    else if (Temporal.PlainDate.compare(reading.date, today) < 0)
      mistakes.push({
        index,
        sentence: `${capital(formatDate(reading.date))} is al geweest. Kies een dag in de toekomst.`,
      })
    else if (dates.some((date) => date.equals(reading.date)))
      mistakes.push({ index, sentence: 'Deze datum hebt u al ingevuld. Kies een andere dag of laat dit veld leeg.' })
    else dates.push(reading.date)
  }
  return { dates, mistakes }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
