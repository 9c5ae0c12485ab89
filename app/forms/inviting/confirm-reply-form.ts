import { z } from 'zod'

/** Whether an answer that came in was hers. */
export const confirmReplyForm = z.object({
  isHers: z.enum(['ja', 'nee'], { error: 'Kies of dit uw antwoord is.' }).transform((word) => word === 'ja'),
})
