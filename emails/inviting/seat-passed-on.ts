import type { CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { calendarEntry, type Evening, type EventStamp, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'
import { oldAndNew, type SessionChanged, whatChanged } from './session-changed.ts'

export type SeatPassedOn = {
  before: SessionChanged['before']
  evening: Evening
  changes: readonly CalendarChange[]
  invitee: Invitee
  /** With the SEQUENCE of the new time. */
  stamp: EventStamp
  /** On the waiting list, counted from one. */
  position: number
  /** False for whoever cannot have it in a calendar. */
  hasEntry: boolean
}

/** A new time for somebody who said no to the old one, when her seat went to another: the old entry goes, and no new one promises a seat. */
export function seatPassedOn({ before, evening, changes, invitee, stamp, position, hasEntry }: SeatPassedOn) {
  const reason = 'De tijd is gewijzigd en de bijeenkomst is vol. U staat op de wachtlijst.'
  return composeMail({
    kind: 'seat-passed-on',
    dossier: evening,
    subject: `Gewijzigd: ${whatChanged(before, evening, changes)} van “${evening.title}”. Er is nu geen plaats voor u`,
    title: `Gewijzigd: ${whatChanged(before, evening, changes)}`,
    recipientName: invitee.name,
    blocks: [
      ...oldAndNew(before, evening, changes),
      paragraph(
        `Voor de oude tijd liet u weten dat u niet kwam. Uw plaats ging toen naar een ander, en de bijeenkomst is vol. U staat nu op de wachtlijst, op plaats ${position}.`,
      ),
      paragraph(
        'Komt er een plaats vrij? Dan krijgt u die vanzelf en sturen wij u meteen een uitnodiging voor uw agenda.',
      ),
      ...(hasEntry ? [paragraph('Uw agenda haalt de oude afspraak weg.')] : []),
      eveningFacts(evening),
      link('Kunt u ook op de nieuwe tijd niet? Meld u af op', 'uw eigen pagina', invitee.links.page),
      ...aboutYourData(invitee),
    ],
    ...(hasEntry && { calendar: calendarEntry('CANCEL', evening, { ...invitee, answer: 'none' }, stamp, reason) }),
  })
}
