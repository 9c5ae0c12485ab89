import { formatDate } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { action, heading, list, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { honestAboutNumber, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type RequestGoesOn = {
  name: string
  briefing: RequestedBriefing
  councils: CouncilsByAnswer
  statusUrl: string
  answerBy: Temporal.PlainDate
}

/** Names of the councils that were asked along. */
export type CouncilsByAnswer = {
  joined: readonly string[]
  declined: readonly string[]
  silent: readonly string[]
}

/** Nobody is waited for any longer. */
export function requestGoesOn({ name, briefing, councils, statusUrl, answerBy }: RequestGoesOn) {
  return composeMail({
    kind: 'request-goes-on',
    dossier: briefing,
    subject: `Bij de provincie: uw aanvraag ${briefing.reference}`,
    title: 'Uw aanvraag ligt nu bij de provincie',
    recipientName: name,
    blocks: [
      paragraph('Wij wachten niet langer op de andere raden.'),
      ...honestAboutNumber(briefing.dosNumber),
      list(answerLines(councils)),
      heading('Wat gebeurt er nu?'),
      list([
        `Uiterlijk ${formatDate(answerBy)} hoort u van de provincie of zij de briefing kan geven.`,
        'Een raad die nog niet antwoordde, kan alsnog meedoen tot er een bijeenkomst gepland is.',
      ]),
      action('Bekijk uw aanvraag', statusUrl),
      requestFacts(briefing),
    ],
  })
}

function answerLines({ joined, declined, silent }: CouncilsByAnswer): string[] {
  return [
    ...(joined.length > 0 ? [`Doet mee: ${joinNames(joined)}.`] : ['Er doet geen andere raad mee.']),
    ...(declined.length > 0 ? [`Doet niet mee: ${joinNames(declined)}.`] : []),
    ...(silent.length > 0 ? [`Gaf geen antwoord en doet dus niet mee: ${joinNames(silent)}.`] : []),
  ]
}
