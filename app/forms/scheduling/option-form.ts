import { z } from 'zod'
import { instantInAmsterdam } from '#app/domain/calendar-text.ts'
import { shownVersion, typedDate, typedTime } from '../answers.ts'

/** Until when an option holds its evening, as the clock in Zuid-Holland shows it; first seen (`voorbeeld`), then done (`aanbieden`). */
export const optionForm = z
  .object({
    version: shownVersion,
    expiryDate: typedDate('Vul een datum in, bijvoorbeeld 12-1-2027.'),
    expiryTime: typedTime('Vul een tijd in, bijvoorbeeld 17.00.'),
    step: z.enum(['voorbeeld', 'aanbieden']).default('voorbeeld'),
  })
  .transform(({ version, expiryDate, expiryTime, step }) => ({
    version,
    step,
    expiresAt: instantInAmsterdam(expiryDate, expiryTime),
  }))
