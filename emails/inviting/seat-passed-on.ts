import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { calendarEntry, type Evening, type EventStamp, eveningDate, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'
import { type Moved, oldAndNew, whatChanged } from './session-changed.ts'

export type SeatPassedOn = {
  evening: Evening
  /** The new time that asked her again; absent when she changed her mind and the seat was gone. */
  moved?: Moved
  invitee: Invitee
  /** Above that of the entry she has. */
  stamp: EventStamp
  /** On the waiting list, counted from one. */
  position: number
  /** False for whoever cannot have it in a calendar. */
  hasEntry: boolean
}

/** To somebody who said no and may come after all, when her seat went to another: the old entry goes, and no new one promises a seat. */
export function seatPassedOn({ evening, moved, invitee, stamp, position, hasEntry }: SeatPassedOn) {
  const news = moved && `Gewijzigd: ${whatChanged(moved.before, evening, moved.changes)}`
  const waits = `U staat nu op de wachtlijst, op plaats ${position}.`
  return composeMail({
    kind: 'seat-passed-on',
    dossier: evening,
    subject: news
      ? `${news} van “${evening.title}”. Er is nu geen plaats voor u`
      : `Er is nu geen plaats voor u: ${evening.title}, ${eveningDate(evening)}`,
    title: news ?? 'U staat op de wachtlijst',
    recipientName: invitee.name,
    blocks: [
      ...(moved ? oldAndNew(moved.before, evening, moved.changes) : []),
      paragraph(
        moved
          ? `Voor de oude tijd liet u weten dat u niet kwam. Uw plaats ging toen naar een ander, en de bijeenkomst is vol. ${waits}`
          : `U liet eerst weten dat u niet kwam. Uw plaats ging toen naar een ander, en “${evening.title}” is nu vol. ${waits}`,
      ),
      paragraph(
        'Komt er een plaats vrij? Dan krijgt u die vanzelf en sturen wij u meteen een uitnodiging voor uw agenda.',
      ),
      ...(hasEntry ? [paragraph(`Uw agenda haalt de ${moved ? 'oude ' : ''}afspraak weg.`)] : []),
      eveningFacts(evening),
      link(
        moved ? 'Kunt u ook op de nieuwe tijd niet? Meld u af op' : 'Wilt u niet wachten? Meld u af op',
        'uw eigen pagina',
        invitee.links.page,
      ),
      ...aboutYourData(invitee),
    ],
    ...(hasEntry && {
      calendar: calendarEntry('CANCEL', evening, { ...invitee, answer: 'none' }, stamp, comment(moved)),
    }),
  })
}

const comment = (moved: Moved | undefined) =>
  `${moved ? 'De tijd is gewijzigd en de' : 'De'} bijeenkomst is vol. U staat op de wachtlijst.`
