import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { ProposedEvening } from '#app/domain/requesting/proposal.ts'
import { action, notice, paragraph, quote } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import type { RequestedBriefing } from './requested-briefing.ts'

export type EveningChosen = {
  name: string
  briefing: RequestedBriefing
  /** Undefined: none of the proposed evenings. */
  chosen: ProposedEvening | undefined
  remark: string
  requestUrl: string
}

/** To the colleague who proposed. */
export function eveningChosen({ name, briefing, chosen, remark, requestUrl }: EveningChosen) {
  const what = chosen ? 'Avond gekozen' : 'Geen avond gekozen'
  return composeMail({
    kind: 'evening-chosen',
    dossier: briefing,
    subject: `${what}: aanvraag ${briefing.reference} van ${joinNames(briefing.municipalities)}`,
    title: chosen ? 'De griffie heeft een avond gekozen' : 'Geen van de avonden past',
    recipientName: name,
    blocks: [
      ...(chosen
        ? [paragraph('De griffie koos:'), notice(formatSessionTime(chosen.start, chosen.end))]
        : [paragraph('De griffie kan op geen van de avonden die u voorstelde.')]),
      ...(remark ? [paragraph('De griffie schreef erbij:'), quote(remark)] : []),
      action('Open de aanvraag', requestUrl),
      paragraph(
        chosen
          ? 'De provincie is nu weer aan zet. Maakt u een bijeenkomst van de aanvraag, dan staat deze avond al ingevuld.'
          : 'De provincie is nu weer aan zet. U kunt andere avonden voorstellen.',
      ),
    ],
  })
}
