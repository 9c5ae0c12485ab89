import { z } from 'zod'

/** Publishing asks nothing but the version that was read. */
export const publishForm = z.object({ version: z.int32() })

/** Calling off: a reason that everybody will read; first seen (`voorbeeld`), then done (`annuleren`). */
export const cancelForm = z.object({
  version: z.int32(),
  reason: z
    .string({ error: 'Schrijf in één zin waarom de bijeenkomst niet doorgaat.' })
    .trim()
    .min(1, 'Schrijf in één zin waarom de bijeenkomst niet doorgaat.')
    .max(500, 'Houd de reden korter dan 500 tekens.'),
  step: z.enum(['voorbeeld', 'annuleren']).default('voorbeeld'),
})
