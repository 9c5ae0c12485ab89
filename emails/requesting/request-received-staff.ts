import { formatDate } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { action, notice, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { councilsInWords, type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type RequestReceivedStaff = {
  /** Of the colleague this mail goes to. */
  name: string
  briefing: RequestedBriefing
  requestedBy: { name: string; position: string }
  /** The mail domain is not one this council is known to use. */
  unknownMailDomain: boolean
  requestUrl: string
  answerBy: Temporal.PlainDate
}

export function requestReceivedStaff(mail: RequestReceivedStaff) {
  const { briefing, requestedBy } = mail
  return composeMail({
    kind: 'request-received-staff',
    dossier: briefing,
    subject: `Nieuw: aanvraag ${briefing.reference} van ${joinNames(briefing.municipalities)}`,
    title: 'Er staat een nieuwe aanvraag in de wachtrij',
    recipientName: mail.name,
    blocks: [
      paragraph(
        `${requestedBy.name} (${requestedBy.position}) vraagt een briefing aan voor ${councilsInWords(briefing.municipalities)}.`,
      ),
      ...(mail.unknownMailDomain
        ? [
            notice(
              'Onbekend maildomein: van deze griffie kennen wij geen adres dat zo eindigt. Controleer wie de aanvrager is.',
            ),
          ]
        : []),
      ...(briefing.dosNumber
        ? []
        : [notice('DOS-nummer ontbreekt. Vul het in: zonder nummer gaan er geen antwoorden uit.')]),
      paragraph(`Beloofd aan de griffie: een antwoord uiterlijk ${formatDate(mail.answerBy)}.`),
      action('Open de aanvraag', mail.requestUrl),
      requestFacts(briefing),
    ],
  })
}
