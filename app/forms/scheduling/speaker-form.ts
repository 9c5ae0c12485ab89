import { z } from 'zod'
import { mailAddress } from '../access/mail-address.ts'
import { neededText, optionalText, shownVersion } from '../answers.ts'

/** The fields of a speaker as they are typed. */
export type SpeakerEntries = {
  name: string
  organisation: string
  mailbox: string
  topicIds: string[]
  active: string
}

export const speakerForm = z.object({
  name: neededText('Vul de naam van de spreker in.', 200),
  organisation: optionalText(200),
  topicIds: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  mailbox: mailAddress('Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl, of laat het leeg.').optional(),
  active: z.boolean().default(false),
  /** Absent for a new speaker. */
  version: shownVersion.optional(),
})
