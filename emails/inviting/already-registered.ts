import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { answerChoices, calendarEntry, type Evening, type EventStamp, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData, onlineLink, yourAnswer } from './invitation.ts'

export type AlreadyRegistered = { evening: Evening; invitee: Invitee; stamp: EventStamp }

/** Someone registered twice with the same address: one seat, one entry, sent once more. */
export function alreadyRegistered({ evening, invitee, stamp }: AlreadyRegistered) {
  return composeMail({
    kind: 'already-registered',
    dossier: evening,
    subject: `Al aangemeld: ${evening.title}`,
    title: 'U bent al aangemeld',
    recipientName: invitee.name,
    blocks: [
      paragraph(
        `U had zich al aangemeld voor “${evening.title}”. Er is niets veranderd. De afspraak zit nog een keer bij deze mail.`,
      ),
      eveningFacts(evening),
      answerChoices(yourAnswer[invitee.answer], invitee),
      ...onlineLink(evening),
      link('Alles over deze bijeenkomst staat op', 'uw eigen pagina', invitee.links.page),
      ...aboutYourData(invitee),
    ],
    calendar: calendarEntry('REQUEST', evening, invitee, stamp),
  })
}
