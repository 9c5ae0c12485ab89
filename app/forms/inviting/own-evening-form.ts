import { z } from 'zod'
import { participantFacilities } from '#app/domain/attending/registration.ts'
import { givenAnswers } from '#app/domain/inviting/answer.ts'
import { shownVersion } from '../answers.ts'

/** The three things one does on the page of one's own evening. */
export const ownEveningForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('answer'),
    answer: z.enum(givenAnswers, { error: 'Kies ja, misschien of nee.' }),
    /** SEQUENCE of the evening that the page showed: an answer to an earlier time does not count. */
    answeredSequence: shownVersion,
  }),
  z.object({
    intent: z.literal('facility'),
    facility: z.enum(participantFacilities, { error: 'Kies een voorziening uit de lijst.' }).optional(),
  }),
  z.object({ intent: z.literal('unregister') }),
])
