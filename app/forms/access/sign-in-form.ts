import { z } from 'zod'
import { mailAddress } from './mail-address.ts'

export const signInForm = z.object({
  address: mailAddress('Vul een e-mailadres in, bijvoorbeeld griffie@voorbeeld.nl.'),
  /** Where to go afterwards; what is no page of ours is left out later. */
  naar: z.string().max(500).optional(),
})
