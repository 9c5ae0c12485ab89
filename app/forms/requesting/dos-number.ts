import { z } from 'zod'
import { readDosNumber } from '#app/domain/requesting/dos-number.ts'

/** The dossier number as staff type or paste it. */
export const typedDosNumber = z
  .string({ error: 'Vul het DOS-nummer in, bijvoorbeeld DOS-2026-0001081.' })
  .transform((typed, context) => {
    const read = readDosNumber(typed)
    if (read) return read
    context.addIssue({
      code: 'custom',
      message:
        'Vul het nummer in zoals het op de brief staat: DOS, vier cijfers, zeven cijfers. Bijvoorbeeld DOS-2026-0001081.',
    })
    return z.NEVER
  })
