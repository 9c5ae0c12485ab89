import { z } from 'zod'
import { readDosNumber } from '#app/domain/requesting/dos-number.ts'
import { readPreferredDate } from '#app/domain/requesting/preferred-date.ts'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { readEvening } from '#app/domain/scheduling/wall-clock.ts'

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

const wholeNumber = (error: string, least: number, most: number) =>
  z.number({ error }).int(error).min(least, error).max(most, error)

const time = (error: string) =>
  z
    .string({ error })
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, error)
    .transform((text) => Temporal.PlainTime.from(text.replace('.', ':').padStart(5, '0')))

const date = z.string({ error: 'Vul een datum in, bijvoorbeeld 12-1-2027.' }).transform((text, context) => {
  const reading = readPreferredDate(text)
  if (reading.ok) return reading.date
  context.addIssue({ code: 'custom', message: reading.sentence })
  return z.NEVER
})

const programmeRow = z.object({
  position: wholeNumber('Geef elk blok een volgnummer, bijvoorbeeld 1.', 1, 99),
  title: z
    .string({ error: 'Geef het blok een titel, of verwijder het blok.' })
    .trim()
    .max(200, 'Houd de titel van het blok korter dan 200 tekens.'),
  minutes: wholeNumber('Vul het aantal minuten in, van 5 tot en met 240.', 5, 240),
  topicId: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
})

const sessionFields = {
  title: z
    .string({ error: 'Vul een titel in.' })
    .trim()
    .min(1, 'Vul een titel in.')
    .max(200, 'Houd de titel korter dan 200 tekens.'),
  date,
  startTime: time('Vul een begintijd in, bijvoorbeeld 19.30.'),
  endTime: time('Vul een eindtijd in, bijvoorbeeld 21.00.'),
  venueId: z.uuid().optional(),
  onlineUrl: z
    .url({ protocol: /^https$/, error: 'Vul een link in die met https:// begint.' })
    .max(1000, 'Deze link is te lang. Vraag een kortere link.')
    .optional(),
  capacity: wholeNumber('Vul het aantal plaatsen in cijfers in, of laat het leeg.', 1, 5000).optional(),
  openness: z.enum(['public', 'closed'], { error: 'Kies of de bijeenkomst openbaar of besloten is.' }),
  explanation: z.string().trim().max(4000, 'Houd de toelichting korter dan 4.000 tekens.').default(''),
  dosNumber: z
    .string()
    .trim()
    .transform((text, context) => {
      const dosNumber = readDosNumber(text)
      if (dosNumber !== undefined) return dosNumber
      context.addIssue({ code: 'custom', message: 'Schrijf het DOS-nummer als DOS-2026-0001081.' })
      return z.NEVER
    })
    .optional(),
  speakerIds: z.array(z.uuid()).max(20, 'Kies hooguit 20 sprekers.').default([]),
  programme: z.array(programmeRow).max(20, 'Maak hooguit 20 blokken.').default([]),
}

type Filled = z.output<z.ZodObject<typeof sessionFields>>

/** From what was typed to a plan: the clock of Zuid-Holland decides the moment, the volgnummers decide the order. */
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
    version: z.int32(),
    tellAboutText: z.boolean().default(false),
    step: z.enum(['voorbeeld', 'toepassen']).default('voorbeeld'),
  })
  .transform(({ version, tellAboutText, step, ...filled }, context) => ({
    version,
    tellAboutText,
    step,
    plan: planFrom(filled, context),
  }))
