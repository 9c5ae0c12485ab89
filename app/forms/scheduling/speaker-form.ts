import { z } from 'zod'
import { mailAddress } from './mail-address.ts'

export const speakerForm = z.object({
  name: z
    .string({ error: 'Vul de naam van de spreker in.' })
    .trim()
    .min(1)
    .max(200, 'Houd de naam korter dan 200 tekens.'),
  organisation: z.string().trim().max(200, 'Houd de organisatie korter dan 200 tekens.').default(''),
  topicIds: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  mailbox: mailAddress.optional(),
  active: z.boolean().default(false),
  version: z.int32().optional(),
})
