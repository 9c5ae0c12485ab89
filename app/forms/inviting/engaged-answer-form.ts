import { z } from 'zod'
import { engagedAnswers } from '#app/domain/inviting/engagement.ts'

/** What a speaker, a room or a clerk answers on a page. */
export const engagedAnswerForm = z.object({
  answer: z.enum(engagedAnswers, { error: 'Kies ja of nee.' }),
  /** The version of the evening that the page showed. */
  versie: z.coerce.number().pipe(z.int32().min(0)),
})
