import { z } from 'zod'
import { neededText, shownVersion } from '../answers.ts'

/** Publishing asks nothing but the version that was read. */
export const publishForm = z.object({ version: shownVersion })

/** Calling off: a reason that everybody will read; first seen (`voorbeeld`), then done (`annuleren`). */
export const cancelForm = z.object({
  version: shownVersion,
  reason: neededText('Schrijf in één zin waarom de bijeenkomst niet doorgaat.', 500),
  step: z.enum(['voorbeeld', 'annuleren']).default('voorbeeld'),
})
