import { z } from 'zod'
import { givenAnswers } from '#app/domain/inviting/answer.ts'
import { neededText } from '../answers.ts'

/** A registration with the version of its evening that the page showed: `<uuid>:<SEQUENCE>`. */
const candidate = z
  .string({ error: 'Kies een deelnemer.' })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,9}$/, 'Kies een deelnemer.')
  .transform((value) => {
    const [registrationId = '', sequence] = value.split(':')
    return { registrationId, shownSequence: Number(sequence) }
  })

/** What staff can do with one unknown answer. */
export const trayForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('koppelen'),
    registrationId: candidate,
    remember: z.enum(['linked', 'alias'], { error: 'Kies wat er met het adres gebeurt.' }),
    answer: z.enum(givenAnswers, { error: 'Kies ja, misschien of nee.' }).optional(),
  }),
  z.object({
    intent: z.literal('afwijzen'),
    reason: neededText('Schrijf kort waarom u deze reactie afwijst.', 500),
  }),
  z.object({ intent: z.literal('gezien') }),
  z.object({ intent: z.literal('terugdraaien'), keuze: z.coerce.number().pipe(z.int32().min(1)) }),
])
