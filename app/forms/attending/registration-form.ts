import { z } from 'zod'
import { participantFacilities, participantRoles } from '#app/domain/attending/registration.ts'
import { mailAddress } from '../access/mail-address.ts'
import { personName } from '../access/person-name.ts'

/** What somebody fills in to come to an evening. `website` is the field that no person sees. */
export const registrationForm = z.object({
  name: personName(80),
  address: mailAddress('Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.'),
  role: z.enum(participantRoles, { error: 'Kies uw rol.' }),
  facility: z.enum(participantFacilities, { error: 'Kies een voorziening uit de lijst.' }).optional(),
  question: z.string().trim().max(500, 'Deze vraag is te lang. Gebruik hooguit 500 tekens.').optional(),
  website: z.string().optional(),
})

export type RegistrationEntries = z.output<typeof registrationForm>
