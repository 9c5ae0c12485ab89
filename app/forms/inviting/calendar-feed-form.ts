import { z } from 'zod'
import { shownVersion } from '../answers.ts'

const replace = z.object({
  intent: z.enum(['renew', 'end']),
  feedId: z.uuid(),
  /** Of the address that was shown. */
  version: shownVersion,
})

/** On a page about one calendar. */
export const calendarFeedForm = z.discriminatedUnion('intent', [z.object({ intent: z.literal('open') }), replace])

/** On the page of somebody who works with several. */
export const workFeedsForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('openCouncil'), councilId: z.uuid({ error: 'Open de pagina opnieuw.' }) }),
  z.object({ intent: z.literal('openRegion'), regionId: z.string({ error: 'Kies een regio.' }) }),
  replace,
])
