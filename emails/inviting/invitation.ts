import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import {
  answerChoices,
  calendarEntry,
  type Evening,
  type EventStamp,
  eveningDate,
  eveningFacts,
  type Invitee,
  programmeBlocks,
} from './evening.ts'

export type Invitation = {
  evening: Evening
  invitee: Invitee
  stamp: EventStamp
  /** `seatFreed`: she stood on the waiting list until now. `resent`: staff send it once more, as it is today. */
  occasion?: keyof typeof openings
}

const openings = {
  resent: 'Wij sturen u deze uitnodiging nog een keer. Zo staat de bijeenkomst er nu voor.',
  registered: 'U hebt zich aangemeld voor deze bijeenkomst van de provincie. Wij nodigen u van harte uit.',
  seatFreed:
    'Er is een plaats vrijgekomen. U stond op de wachtlijst en hebt nu een plaats. Komt u niet meer? Laat het weten: dan kan iemand anders uw plaats krijgen.',
}

const firstWords = { resent: 'Uitnodiging', registered: 'Uitnodiging', seatFreed: 'U hebt nu een plaats' }

export function invitation({ evening, invitee, stamp, occasion = 'registered' }: Invitation) {
  return composeMail({
    kind: 'invitation',
    dossier: evening,
    subject: `${firstWords[occasion]}: ${evening.title}, ${eveningDate(evening)}`,
    title: evening.title,
    recipientName: invitee.name,
    blocks: [
      paragraph(openings[occasion]),
      eveningFacts(evening),
      ...(evening.whyItConcerns ? [paragraph(evening.whyItConcerns)] : []),
      // Whoever was never asked is asked; who answered before, while she had a seat or waited for one, only whether it still holds.
      answerChoices(
        invitee.answer === 'none' && occasion !== 'resent' ? 'Komt u?' : yourAnswer[invitee.answer],
        invitee,
      ),
      paragraph('U kunt ook antwoorden met de knoppen die uw mail of agenda bij deze uitnodiging laat zien.'),
      ...programmeBlocks(evening),
      ...onlineLink(evening),
      link('Alles over deze bijeenkomst staat op', 'uw eigen pagina', invitee.links.page),
      ...aboutYourData(invitee),
    ],
    calendar: calendarEntry('REQUEST', evening, invitee, stamp),
  })
}

export function onlineLink({ onlineUrl }: Evening) {
  return onlineUrl ? [link('Kijkt u online mee? Gebruik dan', 'de link naar de uitzending', onlineUrl)] : []
}

export function aboutYourData({ links }: Invitee) {
  return [link('Uw gegevens bekijken, wijzigen of wissen doet u op', 'de pagina met uw gegevens', links.data)]
}

export const yourAnswer: Record<Invitee['answer'], string> = {
  none: 'U hebt nog niet geantwoord. Komt u?',
  yes: 'U hebt geantwoord dat u komt. Klopt dat nog?',
  maybe: 'U hebt “misschien” geantwoord. Weet u het al?',
  no: 'U hebt geantwoord dat u niet komt. Klopt dat nog?',
}
