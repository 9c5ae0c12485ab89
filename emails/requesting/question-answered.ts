import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { action, paragraph, quote } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import type { RequestedBriefing } from './requested-briefing.ts'

export type QuestionAnswered = {
  name: string
  briefing: RequestedBriefing
  question: string
  answer: string
  requestUrl: string
}

/** To the colleague who asked. */
export function questionAnswered({ name, briefing, question, answer, requestUrl }: QuestionAnswered) {
  return composeMail({
    kind: 'question-answered',
    dossier: briefing,
    subject: `Beantwoord: uw vraag bij aanvraag ${briefing.reference} van ${joinNames(briefing.municipalities)}`,
    title: 'De griffie heeft uw vraag beantwoord',
    recipientName: name,
    blocks: [
      paragraph('U vroeg:'),
      quote(question),
      paragraph('Het antwoord:'),
      quote(answer),
      action('Open de aanvraag', requestUrl),
      paragraph('De provincie is nu weer aan zet.'),
    ],
  })
}
