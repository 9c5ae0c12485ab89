import { action, paragraph, quote } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import type { RequestedBriefing } from './requested-briefing.ts'

export type QuestionAsked = { name: string; briefing: RequestedBriefing; question: string; answerUrl: string }

export function questionAsked({ name, briefing, question, answerUrl }: QuestionAsked) {
  return composeMail({
    kind: 'question-asked',
    dossier: briefing,
    subject: `Vraag over uw aanvraag ${briefing.reference}`,
    title: 'De provincie heeft een vraag aan u',
    recipientName: name,
    blocks: [
      paragraph(`Over uw aanvraag ${briefing.reference} wil de provincie iets weten:`),
      quote(question),
      action('Beantwoord de vraag', answerUrl),
      paragraph('U bent nu aan zet. Na uw antwoord gaat de provincie verder.'),
    ],
  })
}
