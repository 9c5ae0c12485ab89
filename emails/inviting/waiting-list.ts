import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Evening, eveningDate, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'

export type WaitingList = {
  evening: Evening
  invitee: Invitee
  /** Counted from one. */
  position: number
}

/** No calendar entry yet: a calendar that shows an evening without a seat would be a promise. */
export function waitingList({ evening, invitee, position }: WaitingList) {
  return composeMail({
    kind: 'waiting-list',
    dossier: evening,
    subject: `Op de wachtlijst: ${evening.title}, ${eveningDate(evening)}`,
    title: 'U staat op de wachtlijst',
    recipientName: invitee.name,
    blocks: [
      paragraph(`“${evening.title}” is vol. U staat op de wachtlijst, op plaats ${position}.`),
      paragraph(
        'Komt er een plaats vrij? Dan krijgt u die vanzelf en sturen wij u meteen een uitnodiging voor uw agenda.',
      ),
      eveningFacts(evening),
      link('Wilt u niet meer wachten? Meld u af op', 'uw eigen pagina', invitee.links.page),
      ...aboutYourData(invitee),
    ],
  })
}
