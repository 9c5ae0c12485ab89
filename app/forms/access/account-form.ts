import { z } from 'zod'

/** The two things one does on one's own page. */
export const accountForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('endSignIn'), signInId: z.uuid() }),
  z.object({ intent: z.literal('endAllSignIns') }),
])
