import { formatDate } from '#app/domain/calendar-text.ts'
import { action, heading, list, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, honestAboutNumber, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type RequestReceived = {
  name: string
  briefing: RequestedBriefing
  statusUrl: string
  /** The day by which the province answers. */
  answerBy: Temporal.PlainDate
}

export function requestReceived({ name, briefing, statusUrl, answerBy }: RequestReceived) {
  return composeMail({
    kind: 'request-received',
    dossier: briefing,
    subject: `Ontvangen: uw aanvraag ${briefing.reference}`,
    title: 'Wij hebben uw aanvraag ontvangen',
    recipientName: name,
    blocks: [
      paragraph(
        `Dank u wel voor uw aanvraag voor ${councilsInWords(briefing.municipalities)}. Uw aanvraagnummer is ${briefing.reference}.`,
      ),
      ...honestAboutNumber(briefing.dosNumber),
      heading('Wat gebeurt er nu?'),
      list([
        `Uiterlijk ${formatDate(answerBy)} hoort u van de provincie of zij de briefing kan geven.`,
        'Heeft de provincie een vraag, dan krijgt u een mail. U antwoordt op uw statuspagina.',
        'Daarna krijgt u een voorstel voor een datum en een programma.',
      ]),
      action('Bekijk uw aanvraag', statusUrl),
      heading('Uw aanvraag'),
      requestFacts(briefing),
    ],
  })
}
