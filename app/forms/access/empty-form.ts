import { z } from 'zod'

/** A button and nothing to fill in. */
export const emptyForm = z.object({})
