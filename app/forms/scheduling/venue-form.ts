import { z } from 'zod'
import { mailAddress } from '../access/mail-address.ts'
import { neededText, optionalText, shownVersion } from '../answers.ts'
import { seats } from './session-form.ts'

/** The fields of a room as they are typed. */
export type VenueEntries = {
  name: string
  address: string
  municipalityId: string
  mailbox: string
  capacity: string
  accessFacts: string
  active: string
}

const municipality = 'Kies een gemeente uit de lijst, of laat het leeg.'

export const venueForm = z.object({
  name: neededText('Vul de naam van de zaal in.', 200),
  address: optionalText(300),
  /** TOOI identifier: gm0547. */
  municipalityId: z
    .string({ error: municipality })
    .regex(/^gm\d{4}$/, municipality)
    .optional(),
  capacity: seats.optional(),
  accessFacts: optionalText(1000),
  mailbox: mailAddress('Vul een e-mailadres in, bijvoorbeeld zaal@voorbeeld.nl, of laat het leeg.').optional(),
  active: z.boolean().default(false),
  /** Absent for a new room. */
  version: shownVersion.optional(),
})
