import { z } from 'zod'
import { clerkRoles, staffRoles } from '#app/domain/access/viewer.ts'
import { neededText, typedDate } from '../answers.ts'
import { signInForm } from './sign-in-form.ts'

const date = typedDate('Kies een datum.')

const isClerkRole = (role: string) => (clerkRoles as readonly string[]).includes(role)

export const appointForm = z
  .object({
    name: neededText('Vul de naam in.', 200),
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
