import { z } from 'zod'
import { instantInAmsterdam } from '#app/domain/calendar-text.ts'
import { readPreferredDate } from '#app/domain/requesting/preferred-date.ts'

const timeSentence = 'Vul een tijd in, bijvoorbeeld 17.00.'

/** Until when an option holds its evening, as the clock in Zuid-Holland shows it; first seen (`voorbeeld`), then done (`aanbieden`). */
export const optionForm = z
  .object({
    version: z.int32(),
    expiryDate: z.string({ error: 'Vul een datum in, bijvoorbeeld 12-1-2027.' }).transform((text, context) => {
      const reading = readPreferredDate(text)
      if (reading.ok) return reading.date
      context.addIssue({ code: 'custom', message: reading.sentence })
      return z.NEVER
    }),
    expiryTime: z
      .string({ error: timeSentence })
      .trim()
      .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, timeSentence)
      .transform((text) => Temporal.PlainTime.from(text.replace('.', ':').padStart(5, '0'))),
    step: z.enum(['voorbeeld', 'aanbieden']).default('voorbeeld'),
  })
  .transform(({ version, expiryDate, expiryTime, step }) => ({
    version,
    step,
    expiresAt: instantInAmsterdam(expiryDate, expiryTime),
  }))
