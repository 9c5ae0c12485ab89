import { z } from 'zod'
import { mailAddressPattern } from '#app/domain/access/mail-address.ts'

export const signInForm = z.object({
  address: z
    .string({ error: 'Vul een e-mailadres in, bijvoorbeeld griffie@voorbeeld.nl.' })
    .trim()
    .max(254, 'Dit e-mailadres is te lang. Vul een ander adres in.')
    .regex(mailAddressPattern, 'Vul een e-mailadres in, bijvoorbeeld griffie@voorbeeld.nl.'),
  naar: z.string().max(500).optional(),
})
