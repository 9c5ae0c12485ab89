import { z } from 'zod'
import { participantFacilities } from '#app/domain/attending/registration.ts'
import { givenAnswers } from '#app/domain/inviting/answer.ts'

/** The three things one does on the page of one's own evening. */
export const ownEveningForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('answer'),
    answer: z.enum(givenAnswers, { error: 'Kies ja, misschien of nee.' }),
    /** The version of the evening that the page showed. */
    versie: z.coerce.number().pipe(z.int32().min(0)),
  }),
  z.object({
    intent: z.literal('facility'),
    facility: z.enum(participantFacilities, { error: 'Kies een voorziening uit de lijst.' }).optional(),
  }),
  z.object({ intent: z.literal('unregister') }),
])
