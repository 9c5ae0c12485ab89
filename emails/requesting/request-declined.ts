import { action, heading, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, type RequestedBriefing } from './requested-briefing.ts'

export type RequestDeclined = {
  name: string
  briefing: RequestedBriefing
  /** A sentence that says why. */
  reason: string
  /** What the council can do instead. */
  alternative: string
  statusUrl: string
}

export function requestDeclined({ name, briefing, reason, alternative, statusUrl }: RequestDeclined) {
  return composeMail({
    kind: 'request-declined',
    dossier: briefing,
    subject: `Afgewezen: uw aanvraag ${briefing.reference}`,
    title: 'Uw aanvraag kan niet doorgaan',
    recipientName: name,
    blocks: [
      paragraph(
        `De provincie kan de briefing aan ${councilsInWords(briefing.municipalities)} niet geven zoals u die vroeg.`,
      ),
      heading('Waarom niet?'),
      paragraph(reason),
      heading('Wat kan wel?'),
      paragraph(alternative),
      action('Bekijk uw aanvraag', statusUrl),
    ],
  })
}
