import { z } from 'zod'
import { givenAnswers } from '#app/domain/inviting/answer.ts'
import { engagedAnswers } from '#app/domain/inviting/engagement.ts'

/** What a speaker, a room or a clerk answers on a page. */
export const engagedAnswerForm = z.object({
  answer: z.enum(engagedAnswers, { error: 'Kies ja of nee.' }),
  /** The version of the evening that the page showed. */
  versie: z.coerce.number().pipe(z.int32().min(0)),
})

/** What one of them said to staff on the telephone. */
export const answerByPhoneForm = z.object({
  answer: z.enum(givenAnswers, { error: 'Kies ja, misschien of nee.' }),
  remark: z.string().trim().max(500, 'Gebruik hoogstens 500 tekens.').default(''),
  versie: z.coerce.number().int().min(0),
})

/** An answer that was written down by mistake. */
export const withdrawAnswerForm = z.object({ terugdraaien: z.coerce.number().int().positive() })
