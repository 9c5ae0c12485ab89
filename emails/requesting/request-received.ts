import { formatDate } from '#app/domain/calendar-text.ts'
import { officesOf } from '#app/domain/catalogue/join-names.ts'
import { capital } from '#app/domain/first-letter.ts'
import { action, heading, list, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, honestAboutNumber, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type RequestReceived = {
  name: string
  briefing: RequestedBriefing
  statusUrl: string
  /** The day by which the province answers. */
  answerBy: Temporal.PlainDate
  /** Councils that were asked along: the request goes to the province once they have answered, or after `until`. */
  waitsFor?: WaitsFor
}

export type WaitsFor = {
  asked: readonly string[]
  /** Asked along, but nobody of their office is known: they had no mail. */
  unreachable: readonly string[]
  until: Temporal.PlainDate
}

export function requestReceived({ name, briefing, statusUrl, answerBy, waitsFor }: RequestReceived) {
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
        ...(waitsFor
          ? waitingLines(waitsFor)
          : [`Uiterlijk ${formatDate(answerBy)} hoort u van de provincie of zij de briefing kan geven.`]),
        'Heeft de provincie een vraag, dan krijgt u een mail. U antwoordt op de pagina van uw aanvraag.',
        'Daarna krijgt u een voorstel voor een datum en een programma.',
      ]),
      action('Bekijk uw aanvraag', statusUrl),
      heading('Uw aanvraag'),
      requestFacts(briefing),
    ],
  })
}

function waitingLines({ asked, unreachable, until }: WaitsFor): string[] {
  return [
    `Wij vragen ${officesOf(asked)} of hun raad meedoet. Dat kan tot en met ${formatDate(until)}.`,
    ...(unreachable.length > 0
      ? [`${capital(officesOf(unreachable))} kennen wij nog niet. Daar kreeg niemand bericht.`]
      : []),
    'Daarna gaat uw aanvraag naar de provincie. Zonder antwoord doet een raad niet mee.',
    'Wilt u niet wachten? Op de pagina van uw aanvraag kunt u verdergaan zonder de raden die niet antwoorden.',
  ]
}
