import { z } from 'zod'

/** One button. The number was made with the page, so that the same form sent twice is one order. */
export const remindForm = z.object({
  opdracht: z.uuid('Open deze pagina opnieuw en klik dan op de knop.'),
})
