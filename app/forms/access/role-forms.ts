import { z } from 'zod'
import { clerkRoles, staffRoles } from '#app/domain/access/viewer.ts'
import { readPreferredDate } from '#app/domain/requesting/preferred-date.ts'
import { signInForm } from './sign-in-form.ts'

/** A date as Dutch people write one, or as the browser's own calendar gives it. */
const date = z.string({ error: 'Kies een datum.' }).transform((typed, context) => {
  const reading = readPreferredDate(typed)
  if (reading.ok) return reading.date
  context.addIssue({ code: 'custom', message: reading.sentence })
  return z.NEVER
})

const isClerkRole = (role: string) => (clerkRoles as readonly string[]).includes(role)

export const appointForm = z
  .object({
    name: z
      .string({ error: 'Vul de naam in.' })
      .trim()
      .min(1, 'Vul de naam in.')
      .max(200, 'Houd de naam korter dan 200 tekens.'),
    address: signInForm.shape.address,
    role: z.enum([...clerkRoles, ...staffRoles], { error: 'Kies een rol.' }),
    councilId: z.uuid('Kies een gemeente uit de lijst.').optional(),
    from: date,
  })
  .refine(({ role, councilId }) => !isClerkRole(role) || councilId !== undefined, {
    path: ['councilId'],
    error: 'Kies de gemeente waarvoor deze rol geldt.',
  })
  // A role at the province has no council, whatever was chosen in the list.
  .transform((entries) => ({ ...entries, councilId: isClerkRole(entries.role) ? entries.councilId : undefined }))

export const endRoleForm = z.object({ until: date })
