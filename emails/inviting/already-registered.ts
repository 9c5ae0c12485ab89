import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { answerChoices, calendarEntry, type Evening, type EventStamp, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData, onlineLink } from './invitation.ts'

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
      link('Alles over deze avond staat op', 'uw eigen pagina', invitee.links.page),
      ...aboutYourData(invitee),
    ],
    calendar: calendarEntry('REQUEST', evening, invitee, stamp),
  })
}

const yourAnswer: Record<Invitee['answer'], string> = {
  none: 'U hebt nog niet geantwoord. Komt u?',
  yes: 'U hebt geantwoord dat u komt. Klopt dat nog?',
  maybe: 'U hebt “misschien” geantwoord. Weet u het al?',
  no: 'U hebt geantwoord dat u niet komt. Klopt dat nog?',
}
