import { paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { askUs, calendarRemovesIt, type Engaged, engagedEntry, entryStays } from './engaged.ts'
import { eveningDate } from './evening.ts'
import type { EndCause } from './speaker-cancelled.ts'
import { venueFacts, venueKeeper } from './venue-invited.ts'

export type VenueCancelled = Engaged & {
  cause: EndCause
  /** False for whoever keeps the entry in another capacity. */
  hasEntry?: boolean
}

/** To the mailbox of a room that is free again. */
export function venueCancelled({ cause, hasEntry = true, ...engaged }: VenueCancelled) {
  const { evening, invitee } = engaged
  const date = eveningDate(evening)
  return composeMail({
    kind: 'venue-cancelled',
    dossier: evening,
    subject: `Zaal niet meer nodig: ${evening.title}, ${date}`,
    title: 'De zaal is niet meer nodig',
    recipientName: venueKeeper(invitee),
    blocks: [
      paragraph(`Wij hebben ${invitee.name} niet meer nodig voor “${evening.title}” op ${date}.`),
      paragraph(why(cause)),
      ...(hasEntry ? [calendarRemovesIt] : cause.by === 'otherChoice' ? [entryStays] : []),
      venueFacts(evening),
      askUs,
    ],
    ...(hasEntry && {
      calendar: engagedEntry('CANCEL', engaged, {
        lines: ['De zaal is niet meer nodig.'],
        cutype: 'ROOM',
        comment: why(cause),
      }),
    }),
  })
}

function why(cause: EndCause): string {
  if (cause.by === 'otherChoice') return 'De bijeenkomst is op een andere plaats.'
  if (cause.by === 'optionLapsed') return 'De optie op deze bijeenkomst is vervallen.'
  return cause.reason
}
