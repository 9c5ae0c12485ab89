import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { answerChoices, type Evening, eveningDate, eveningFacts, type Invitee, programmeBlocks } from './evening.ts'
import { aboutYourData, onlineLink } from './invitation.ts'

export type Reminder = {
  evening: Evening
  /** Somebody without an answer is asked for it; somebody who comes is reminded of the evening. */
  invitee: Invitee
  /** Page first, POST to stop; the same address takes the one-click POST. */
  stopUrl: string
}

/** Carries no calendar object: the entry is in the calendar already, and a second one would ask again. */
export function reminder({ evening, invitee, stopUrl }: Reminder) {
  const date = eveningDate(evening)
  const asks = invitee.answer === 'none' || invitee.answer === 'maybe'
  return composeMail({
    kind: 'reminder',
    dossier: evening,
    subject: `${asks ? 'Komt u?' : 'Herinnering:'} ${evening.title}, ${date}`,
    title: asks ? 'Komt u naar deze bijeenkomst?' : 'U bent binnenkort bij deze bijeenkomst',
    recipientName: invitee.name,
    blocks: [
      paragraph(
        asks
          ? `Wij weten nog niet of u komt naar “${evening.title}” op ${date}.`
          : `U hebt laten weten dat u komt naar “${evening.title}” op ${date}.`,
      ),
      eveningFacts(evening),
      ...(asks
        ? [answerChoices('Komt u?', invitee)]
        : [link('Kunt u toch niet? Meld u af op', 'uw eigen pagina', invitee.links.page)]),
      ...programmeBlocks(evening),
      ...onlineLink(evening),
      ...aboutYourData(invitee),
      link('Wilt u geen herinneringen meer?', 'Zet herinneringen uit', stopUrl),
    ],
  })
}
