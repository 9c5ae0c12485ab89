import { formatMoment } from '#app/domain/calendar-text.ts'
import { action, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type ConfirmMailbox = {
  name: string
  briefing: RequestedBriefing
  confirmUrl: string
  expiresAt: Temporal.Instant
}

/** To someone we do not know yet: she proves that this mailbox is hers. */
export function confirmMailbox({ name, briefing, confirmUrl, expiresAt }: ConfirmMailbox) {
  return composeMail({
    kind: 'confirm-mailbox',
    dossier: briefing,
    subject: `Bevestig uw aanvraag voor ${councilsInWords(briefing.municipalities)}`,
    title: 'Bevestig uw aanvraag',
    recipientName: name,
    blocks: [
      paragraph(
        `Uw aanvraag voor ${councilsInWords(briefing.municipalities)} is ontvangen, nog niet bevestigd. Open de link en klik op de pagina op “Aanvraag bevestigen”. Daarna gaat de provincie ermee aan de slag.`,
      ),
      action('Bevestig uw aanvraag', confirmUrl),
      paragraph(`De link werkt zeven dagen, tot ${formatMoment(expiresAt)}.`),
      requestFacts(briefing),
      paragraph('Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Zonder bevestiging gaat de aanvraag niet door.'),
    ],
  })
}
