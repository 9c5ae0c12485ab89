import { z } from 'zod'

/** A text that has to be there. Spaces around it do not count. */
export function neededText(sentence: string, longest: number) {
  return z.string({ error: sentence }).trim().min(1, sentence).max(longest, `Kort uw tekst in tot ${longest} tekens.`)
}

/** A text that may be left out; then it is empty. */
export function optionalText(longest: number) {
  return z.string().trim().max(longest, `Kort uw tekst in tot ${longest} tekens.`).default('')
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

/** The version of what the page showed: whoever saved meanwhile has raised it. */
export const shownVersion = z
  .string({ error: 'Open de pagina opnieuw.' })
  .regex(/^\d{1,9}$/, 'Open de pagina opnieuw.')
  .transform(Number)
