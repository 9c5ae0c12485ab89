import { z } from 'zod'
import { givenAnswers } from '#app/domain/inviting/answer.ts'

/** What a participant told the griffie or the province, written down by somebody else. */
export const answerByHandForm = z.object({
  registrationId: z
    .uuid('Kies een deelnemer.')
    .or(z.undefined())
    .refine((id) => id !== undefined, 'Kies een deelnemer.'),
  answer: z.enum(givenAnswers, { error: 'Kies ja, misschien of nee.' }),
  /** The version of the evening that the page showed. */
  versie: z.coerce.number().pipe(z.int32().min(0)),
})
