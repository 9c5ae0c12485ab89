import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type RequestWithdrawn = {
  name: string
  briefing: RequestedBriefing
  withdrawnBy: string
  /** What happens to a planned evening, in one sentence; empty when nothing was planned. */
  consequence: string
  newRequestUrl: string
}

export function requestWithdrawn({ name, briefing, withdrawnBy, consequence, newRequestUrl }: RequestWithdrawn) {
  return composeMail({
    kind: 'request-withdrawn',
    dossier: briefing,
    subject: `Ingetrokken: uw aanvraag ${briefing.reference}`,
    title: 'Uw aanvraag is ingetrokken',
    recipientName: name,
    blocks: [
      paragraph(
        `${withdrawnBy} heeft de aanvraag voor ${councilsInWords(briefing.municipalities)} ingetrokken. De provincie doet er niets meer mee.`,
      ),
      ...(consequence ? [paragraph(consequence)] : []),
      link('Wilt u later toch een briefing?', 'Vraag opnieuw een briefing aan', newRequestUrl),
      requestFacts(briefing),
    ],
  })
}
