import { z } from 'zod'
import { readTypedDate } from '#app/domain/typed-date.ts'

/** A text that has to be there. Spaces around it do not count. */
export function neededText(sentence: string, longest: number) {
  return z.string({ error: sentence }).trim().min(1, sentence).max(longest, `Kort uw tekst in tot ${longest} tekens.`)
}

/** A text that may be left out; then it is empty. */
export function optionalText(longest: number) {
  return z.string().trim().max(longest, `Kort uw tekst in tot ${longest} tekens.`).default('')
}

/** A whole number in digits. */
export function wholeNumber(sentence: string, { least, most }: { least: number; most: number }) {
  return z.number({ error: sentence }).int(sentence).min(least, sentence).max(most, sentence)
}

/** A whole number of people, typed as people type it. */
export function countOfPeople(sentence: string) {
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((count) => count <= 2000, 'Vul een getal van hooguit 2000 in.')
}

/** A date as Dutch people write one, or as the browser's own calendar gives it. `sentence` is for an empty field. */
export function typedDate(sentence: string) {
  return z.string({ error: sentence }).transform((typed, context) => {
    const reading = readTypedDate(typed)
    if (reading.ok) return reading.date
    context.addIssue({ code: 'custom', message: reading.sentence })
    return z.NEVER
  })
}

/** A time of the day as people write one: "19.30" or "19:30". */
export function typedTime(sentence: string) {
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, sentence)
    .transform((typed) => Temporal.PlainTime.from(typed.replace('.', ':').padStart(5, '0')))
}

/** PostgreSQL's `integer`. */
const largest = 2_147_483_647

/** The version of what the page showed: whoever saved meanwhile has raised it. */
export const shownVersion = z
  .string({ error: 'Open de pagina opnieuw.' })
  .regex(/^\d{1,10}$/, 'Open de pagina opnieuw.')
  .transform(Number)
  .refine((version) => version <= largest, 'Open de pagina opnieuw.')
