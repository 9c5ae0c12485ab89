import { action, heading, list, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type RequestAccepted = { name: string; briefing: RequestedBriefing; statusUrl: string }

export function requestAccepted({ name, briefing, statusUrl }: RequestAccepted) {
  return composeMail({
    kind: 'request-accepted',
    dossier: briefing,
    subject: `Aangenomen: uw aanvraag ${briefing.reference}`,
    title: 'De provincie komt graag',
    recipientName: name,
    blocks: [
      paragraph(`De provincie geeft graag een briefing aan ${councilsInWords(briefing.municipalities)}.`),
      heading('Wat gebeurt er nu?'),
      list([
        'De provincie zoekt sprekers, een zaal en een avond die past.',
        'U krijgt bericht zodra de bijeenkomst vaststaat. Pas daarna kunnen raadsleden zich aanmelden.',
        'U hoeft nu niets te doen.',
      ]),
      action('Bekijk uw aanvraag', statusUrl),
      requestFacts(briefing),
    ],
  })
}
