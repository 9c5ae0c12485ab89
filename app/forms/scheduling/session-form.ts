import { z } from 'zod'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { readEvening } from '#app/domain/scheduling/wall-clock.ts'
import { neededText, optionalText, shownVersion, typedDate, typedTime, wholeNumber } from '../answers.ts'
import { typedDosNumber } from '../requesting/dos-number.ts'

/** The fields of an evening as they are typed. */
export type SessionEntries = {
  title: string
  date: string
  startTime: string
  endTime: string
  venueId: string
  onlineUrl: string
  capacity: string
  openness: string
  explanation: string
  dosNumber: string
  speakerIds: string[]
  programme: { position: string; title: string; minutes: string; topicId: string }[]
}

/** How many people a room or an evening has a seat for. */
export const seats = wholeNumber('Vul het aantal plaatsen in cijfers in, of laat het leeg.', { least: 1, most: 5000 })

const programmeRow = z.object({
  position: wholeNumber('Geef elk blok een volgnummer, bijvoorbeeld 1.', { least: 1, most: 99 }),
  title: neededText('Geef het blok een titel, of verwijder het blok.', 200),
  minutes: wholeNumber('Vul het aantal minuten in, van 5 tot en met 240.', { least: 5, most: 240 }),
  topicId: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
})

const sessionFields = {
  title: neededText('Vul een titel in.', 200),
  date: typedDate('Vul een datum in, bijvoorbeeld 12-1-2027.'),
  startTime: typedTime('Vul een begintijd in, bijvoorbeeld 19.30.'),
  endTime: typedTime('Vul een eindtijd in, bijvoorbeeld 21.00.'),
  venueId: z.uuid().optional(),
  onlineUrl: z
    .url({ protocol: /^https$/, error: 'Vul een link in die met https:// begint.' })
    .max(1000, 'Deze link is te lang. Vraag een kortere link.')
    .optional(),
  capacity: seats.optional(),
  openness: z.enum(['public', 'closed'], { error: 'Kies of de bijeenkomst openbaar of besloten is.' }),
  explanation: optionalText(4000),
  dosNumber: typedDosNumber.optional(),
  speakerIds: z.array(z.uuid()).max(20, 'Kies hooguit 20 sprekers.').default([]),
  programme: z.array(programmeRow).max(20, 'Maak hooguit 20 blokken.').default([]),
}

type Filled = z.output<z.ZodObject<typeof sessionFields>>

/** From what was typed to a plan: the clock of Zuid-Holland decides the moment, the numbers of the blocks decide their order. */
function planFrom(filled: Filled, context: z.RefinementCtx): SessionPlan {
  const evening = readEvening(filled.date, filled.startTime, filled.endTime)
  if (!evening.ok) {
    context.addIssue({ code: 'custom', path: [evening.field], message: evening.sentence })
    return z.NEVER
  }
  return {
    title: filled.title,
    start: evening.start,
    end: evening.end,
    venueId: filled.venueId,
    onlineUrl: filled.onlineUrl,
    dosNumber: filled.dosNumber,
    capacity: filled.capacity,
    isPublic: filled.openness === 'public',
    explanation: filled.explanation,
    programme: filled.programme
      .toSorted((one, other) => one.position - other.position)
      .map(({ title, minutes, topicId }) => ({ title, minutes, topicId })),
    speakerIds: [...new Set(filled.speakerIds)],
  }
}

/** A new evening for a request. `id` was made with the page, so that sending twice plans once. */
export const newSessionForm = z
  .object({
    ...sessionFields,
    id: z.uuid(),
    councilIds: z.array(z.uuid(), { error: 'Kies minstens één raad.' }).min(1, 'Kies minstens één raad.'),
  })
  .transform(({ id, councilIds, ...filled }, context) => ({ id, councilIds, plan: planFrom(filled, context) }))

/** The same evening, changed: first seen (`voorbeeld`), then done (`toepassen`). */
export const changeSessionForm = z
  .object({
    ...sessionFields,
    version: shownVersion,
    tellAboutText: z.boolean().default(false),
    step: z.enum(['voorbeeld', 'toepassen']).default('voorbeeld'),
  })
  .transform(({ version, tellAboutText, step, ...filled }, context) => ({
    version,
    tellAboutText,
    step,
    plan: planFrom(filled, context),
  }))
