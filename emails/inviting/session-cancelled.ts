import { heading, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { calendarEntry, type Evening, type EventStamp, eveningDate, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'

export type SessionCancelled = {
  evening: Evening
  invitee: Invitee
  /** With the SEQUENCE of versionAfterCancel. */
  stamp: EventStamp
  /** A sentence that says why. */
  reason: string
  /** False for whoever cannot have it in a calendar: on the waiting list, or nothing was sent yet. */
  hasEntry?: boolean
}

export function sessionCancelled({ evening, invitee, stamp, reason, hasEntry = true }: SessionCancelled) {
  const date = eveningDate(evening)
  return composeMail({
    kind: 'session-cancelled',
    dossier: evening,
    subject: `Gaat niet door: ${evening.title}, ${date}`,
    title: 'Deze bijeenkomst gaat niet door',
    recipientName: invitee.name,
    blocks: [
      paragraph(`“${evening.title}” op ${date} gaat niet door.`),
      heading('Waarom niet?'),
      paragraph(reason),
      ...(hasEntry
        ? [paragraph('Uw agenda haalt de afspraak weg. Staat die er morgen nog? Verwijder die dan zelf.')]
        : []),
      heading('De bijeenkomst die vervalt'),
      eveningFacts(evening),
      ...aboutYourData(invitee),
    ],
    ...(hasEntry && { calendar: calendarEntry('CANCEL', evening, { ...invitee, answer: 'none' }, stamp, reason) }),
  })
}
