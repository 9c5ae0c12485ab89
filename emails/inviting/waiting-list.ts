import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Evening, eveningDate, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'
import { type Moved, oldAndNew, whatChanged } from './session-changed.ts'

export type WaitingList = {
  evening: Evening
  invitee: Invitee
  /** Counted from one. */
  position: number
  /** She waited already, and it is about another time now. */
  moved?: Moved
}

/** No calendar entry yet: a calendar that shows an evening without a seat would be a promise. */
export function waitingList({ evening, invitee, position, moved }: WaitingList) {
  const news = moved && whatChanged(moved.before, evening, moved.changes)
  return composeMail({
    kind: 'waiting-list',
    dossier: evening,
    subject: news
      ? `Gewijzigd: ${news} van “${evening.title}”. U staat op de wachtlijst`
      : `Op de wachtlijst: ${evening.title}, ${eveningDate(evening)}`,
    title: news ? `Gewijzigd: ${news}` : 'U staat op de wachtlijst',
    recipientName: invitee.name,
    blocks: [
      ...(moved ? oldAndNew(moved.before, evening, moved.changes) : []),
      paragraph(
        moved
          ? `“${evening.title}” is nog vol. U blijft op de wachtlijst, op plaats ${position}.`
          : `“${evening.title}” is vol. U staat op de wachtlijst, op plaats ${position}.`,
      ),
      paragraph(
        'Komt er een plaats vrij? Dan krijgt u die vanzelf en sturen wij u meteen een uitnodiging voor uw agenda.',
      ),
      eveningFacts(evening),
      link(
        moved ? 'Kunt u op de nieuwe tijd niet? Meld u af op' : 'Wilt u niet meer wachten? Meld u af op',
        'uw eigen pagina',
        invitee.links.page,
      ),
      ...aboutYourData(invitee),
    ],
  })
}
