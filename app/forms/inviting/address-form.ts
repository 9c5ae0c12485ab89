import { z } from 'zod'
import { signInForm } from '../access/sign-in-form.ts'

/** The right address of somebody whose mail came back. */
export const addressForm = z.object({ address: signInForm.shape.address, sendsAgain: z.boolean().default(false) })
