import { formatMoment } from '#app/domain/calendar-text.ts'
import { answerSentences, type GivenAnswer } from '#app/domain/inviting/answer.ts'
import { action, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Evening, eveningDate, eveningFacts, type Invitee } from './evening.ts'
import { aboutYourData } from './invitation.ts'

export type ConfirmReply = {
  evening: Evening
  invitee: Invitee
  answer: GivenAnswer
  /** Page first, POST to confirm. */
  confirmUrl: string
  expiresAt: Temporal.Instant
}

/**
 * An answer came in her name and nobody can tell whether it was hers. Nothing of what the mail said is repeated but yes, maybe or no:
 * whoever wrote it may want her to read something.
 */
export function confirmReply({ evening, invitee, answer, confirmUrl, expiresAt }: ConfirmReply) {
  return composeMail({
    kind: 'confirm-reply',
    dossier: evening,
    subject: `Klopt uw antwoord? ${evening.title}, ${eveningDate(evening)}`,
    title: 'Klopt dit antwoord?',
    recipientName: invitee.name,
    blocks: [
      paragraph(
        `Wij kregen een antwoord dat van u lijkt te komen: “${answerSentences[answer]}”. Wij kunnen niet zien of u het zelf stuurde. Klopt dat?`,
      ),
      eveningFacts(evening),
      paragraph('Open de pagina en kies of dit uw antwoord is. Pas als u het bevestigt, telt het mee.'),
      action('Bekijk het antwoord', confirmUrl),
      paragraph(`De link werkt één keer, tot ${formatMoment(expiresAt)}.`),
      paragraph('Kwam het niet van u? Kies dat dan op de pagina, of doe niets. Dan verandert er niets.'),
      ...aboutYourData(invitee),
    ],
  })
}
