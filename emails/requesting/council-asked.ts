import { formatDate } from '#app/domain/calendar-text.ts'
import { action, heading, list, notice, paragraph, quote } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type CouncilAsked = {
  /** Of the clerk this mail goes to. */
  name: string
  briefing: RequestedBriefing
  /** Whose council is asked along. */
  municipality: string
  askedBy: { name: string; position: string; municipality: string }
  /** The mail domain is not one the asking council is known to use. */
  unknownMailDomain: boolean
  /** What the asking council wants to know; may be empty. */
  question: string
  until: Temporal.PlainDate
  answerUrl: string
}

/** Another council asks this one along; its clerk says yes or no in the portal. */
export function councilAsked(mail: CouncilAsked) {
  const { briefing, municipality, askedBy, until } = mail
  return composeMail({
    kind: 'council-asked',
    dossier: briefing,
    subject: `Doet uw raad mee? Aanvraag ${briefing.reference} van de raad van ${askedBy.municipality}`,
    title: `Doet de raad van ${municipality} mee?`,
    recipientName: mail.name,
    blocks: [
      paragraph(
        `${askedBy.name} (${askedBy.position} in ${askedBy.municipality}) vraagt de provincie om een briefing en wil dat graag samen met uw raad doen.`,
      ),
      ...(mail.unknownMailDomain
        ? [
            notice(
              `De aanvraag kwam van een e-mailadres dat wij niet kennen van de griffie van ${askedBy.municipality}. Twijfelt u? Vraag het eerst bij hen na.`,
            ),
          ]
        : []),
      requestFacts(briefing),
      ...(mail.question ? [paragraph('De raad die aanvraagt, wil weten:'), quote(mail.question)] : []),
      heading('Wat verandert er voor u?'),
      list([
        'Doet uw raad mee, dan hoort hij bij de bijeenkomst. U krijgt bericht zodra die vaststaat, met een link voor uw raadsleden.',
        'Doet uw raad niet mee, dan gaat de aanvraag door zonder uw raad. U kunt later zelf een briefing aanvragen.',
        `U antwoordt tot en met ${formatDate(until)}. Zonder antwoord doet uw raad niet mee.`,
        'U mag van gedachten veranderen tot er een bijeenkomst gepland is.',
      ]),
      action('Bekijk de aanvraag en antwoord', mail.answerUrl),
    ],
  })
}
