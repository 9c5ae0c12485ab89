import { z } from 'zod'

/** What the page behind the mailed link can do. */
export const proofForm = z.object({ intent: z.enum(['confirm', 'resend'], { error: 'Open de pagina opnieuw.' }) })
