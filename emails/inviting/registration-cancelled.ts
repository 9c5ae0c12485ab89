import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { calendarEntry, type Evening, type EventStamp, eveningDate, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'

export type RegistrationCancelled = {
  evening: Evening
  invitee: Invitee
  /** With the SEQUENCE of versionAfterCancel. */
  stamp: EventStamp
  cause: { by: 'participant' } | { by: 'organiser'; reason: string }
  /** Where one can register again, while that is possible. */
  registerUrl?: string | null
  /** She keeps the entry in another capacity, for instance as a speaker. */
  keepsEntry?: boolean
}

/** To one person who no longer takes part; the evening itself goes on. */
export function registrationCancelled(cancelled: RegistrationCancelled) {
  const { evening, invitee, stamp, cause, registerUrl, keepsEntry } = cancelled
  const date = eveningDate(evening)
  const byParticipant = cause.by === 'participant'
  return composeMail({
    kind: 'registration-cancelled',
    dossier: evening,
    subject: `${byParticipant ? 'Afgemeld' : 'Aanmelding vervallen'}: ${evening.title}, ${date}`,
    title: byParticipant ? 'U bent afgemeld' : 'Uw aanmelding is vervallen',
    recipientName: invitee.name,
    blocks: [
      paragraph(
        byParticipant
          ? `U bent afgemeld voor “${evening.title}” op ${date}. Uw plaats is vrij voor een ander.`
          : `Uw aanmelding voor “${evening.title}” op ${date} is vervallen. ${cause.reason}`,
      ),
      paragraph(
        keepsEntry
          ? 'De bijeenkomst zelf gaat door. U bent er ook op een andere manier bij betrokken, bijvoorbeeld als spreker. Daarom blijft de afspraak in uw agenda.'
          : 'De bijeenkomst zelf gaat door. Uw agenda haalt de afspraak weg. Staat die er morgen nog? Verwijder die dan zelf.',
      ),
      ...(registerUrl ? [link('Wilt u toch komen?', 'Meld u opnieuw aan', registerUrl)] : []),
      eveningFacts(evening),
      ...aboutYourData(invitee),
    ],
    calendar: calendarEntry(
      'CANCEL',
      evening,
      { ...invitee, answer: 'none' },
      stamp,
      byParticipant ? 'U hebt zich afgemeld.' : cause.reason,
    ),
  })
}
