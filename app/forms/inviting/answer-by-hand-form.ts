import { z } from 'zod'
import { givenAnswers } from '#app/domain/inviting/answer.ts'
import { shownVersion } from '../answers.ts'

/** What a participant told a clerk or staff, who write it down for her. */
export const answerByHandForm = z.object({
  registrationId: z.uuid({ error: 'Kies een deelnemer.' }),
  answer: z.enum(givenAnswers, { error: 'Kies ja, misschien of nee.' }),
  /** SEQUENCE of the evening that the page showed: an answer to an earlier time does not count. */
  answeredSequence: shownVersion,
})
