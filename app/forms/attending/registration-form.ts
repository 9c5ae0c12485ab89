import { z } from 'zod'
import { participantFacilities, participantRoles } from '#app/domain/attending/registration.ts'

const address = 'Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.'

/** What somebody fills in to come to an evening. `website` is the field that no person sees. */
export const registrationForm = z.object({
  name: z
    .string({ error: 'Vul uw naam in.' })
    .trim()
    .min(2, 'Vul uw naam in.')
    .max(80, 'Deze naam is te lang. Gebruik hooguit 80 tekens.')
    // A name ends up in a calendar and in a greeting, never as a link or a second line.
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}<>@/\\]+$/u, 'Gebruik in uw naam alleen letters, spaties, streepjes en punten.'),
  address: z
    .string({ error: address })
    .trim()
    .max(254, 'Dit e-mailadres is te lang. Vul een ander adres in.')
    .regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/, address),
  role: z.enum(participantRoles, { error: 'Kies uw rol.' }),
  facility: z.enum(participantFacilities, { error: 'Kies een voorziening uit de lijst.' }).optional(),
  question: z.string().trim().max(500, 'Deze vraag is te lang. Gebruik hooguit 500 tekens.').optional(),
  website: z.string().optional(),
})

export type RegistrationEntries = z.output<typeof registrationForm>
