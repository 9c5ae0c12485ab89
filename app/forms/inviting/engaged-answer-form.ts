import { z } from 'zod'
import { givenAnswers } from '#app/domain/inviting/answer.ts'
import { engagedAnswers } from '#app/domain/inviting/engagement.ts'
import { optionalText, shownVersion } from '../answers.ts'

/** What a speaker, a room or a clerk answers on a page. */
export const engagedAnswerForm = z.object({
  answer: z.enum(engagedAnswers, { error: 'Kies ja of nee.' }),
  /** SEQUENCE of the evening that the page showed: an answer to an earlier time does not count. */
  answeredSequence: shownVersion,
})

/** What one of them said to staff on the telephone. */
export const answerByPhoneForm = z.object({
  answer: z.enum(givenAnswers, { error: 'Kies een van de antwoorden.' }),
  remark: optionalText(500),
  answeredSequence: shownVersion,
})

/** An answer that was written down by mistake. */
export const withdrawAnswerForm = z.object({ terugdraaien: z.coerce.number().int().positive() })
