import { z } from 'zod'
import { formatSessionTime } from '#app/domain/calendar-text.ts'
import type { ProposedEvening } from '#app/domain/requesting/proposal.ts'
import { readEvening } from '#app/domain/scheduling/wall-clock.ts'
import { neededText, shownVersion, typedDate, typedTime } from '../answers.ts'

/** The places of the evenings in a proposal, as the form names them. */
export const proposalPlaces = ['first', 'second', 'third'] as const
export type ProposalPlace = (typeof proposalPlaces)[number]

/** An evening as it is typed. */
export type EveningEntries = { date: string; startTime: string; endTime: string; reason: string }
export type ProposalEntries = Record<ProposalPlace, EveningEntries> & { version: string }

const text = z.string().optional()
const typedEvening = z.object({ date: text, startTime: text, endTime: text, reason: text }).optional()

const evening = z.object({
  date: typedDate('Vul een datum in, bijvoorbeeld 12-1-2027.'),
  startTime: typedTime('Vul een begintijd in, bijvoorbeeld 19.30.'),
  endTime: typedTime('Vul een eindtijd in, bijvoorbeeld 21.00.'),
  reason: neededText('Schrijf in één zin waarom deze avond past.', 500),
})

/**
 * One to three evenings; first seen (`voorbeeld`), then sent (`versturen`). The times stand there already: an evening counts as filled in once it has a date or
 * a reason. What has been or comes twice is a mistake.
 */
export function proposalForm(now: Temporal.Instant) {
  return z
    .object({
      version: shownVersion,
      first: typedEvening,
      second: typedEvening,
      third: typedEvening,
      step: z.enum(['voorbeeld', 'versturen']).default('voorbeeld'),
    })
    .transform(({ version, step, ...typed }, context) => {
      const evenings: ProposedEvening[] = []
      const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
      for (const place of proposalPlaces) {
        const entries = typed[place]
        if (place !== 'first' && !entries?.date?.trim() && !entries?.reason?.trim()) continue
        const filled = evening.safeParse(entries ?? {})
        if (!filled.success) {
          for (const { path, message } of filled.error.issues) refuse([place, ...path], message)
          continue
        }
        const { date, startTime, endTime, reason } = filled.data
        const reading = readEvening(date, startTime, endTime)
        if (!reading.ok) refuse([place, reading.field], reading.sentence)
        else if (Temporal.Instant.compare(reading.start, now) <= 0)
          refuse(
            [place, 'date'],
            `${formatSessionTime(reading.start, reading.end)} is al geweest. Kies een andere avond.`,
          )
        else if (evenings.some(({ start }) => start.equals(reading.start)))
          refuse([place, 'date'], 'Deze avond hebt u al ingevuld. Kies een andere avond of laat de velden leeg.')
        else evenings.push({ start: reading.start, end: reading.end, reason })
      }
      return { version, step, evenings }
    })
}
