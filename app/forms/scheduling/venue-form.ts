import { z } from 'zod'
import { mailAddress } from './mail-address.ts'

const seats = 'Vul het aantal plaatsen in cijfers in, of laat het leeg.'

const municipality = 'Kies een gemeente uit de lijst, of laat het leeg.'

export const venueForm = z.object({
  name: z
    .string({ error: 'Vul de naam van de zaal in.' })
    .trim()
    .min(1)
    .max(200, 'Houd de naam korter dan 200 tekens.'),
  address: z.string().trim().max(300, 'Houd het adres korter dan 300 tekens.').default(''),
  /** TOOI identifier: gm0547. */
  municipalityId: z
    .string({ error: municipality })
    .regex(/^gm\d{4}$/, municipality)
    .optional(),
  capacity: z.number({ error: seats }).int(seats).min(1, seats).max(5000, seats).optional(),
  accessFacts: z.string().trim().max(1000, 'Houd de tekst korter dan 1.000 tekens.').default(''),
  mailbox: mailAddress.optional(),
  active: z.boolean().default(false),
  version: z.int32().optional(),
})
