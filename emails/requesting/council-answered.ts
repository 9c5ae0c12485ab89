import { formatDate } from '#app/domain/calendar-text.ts'
import { joinNames, officesOf } from '#app/domain/catalogue/join-names.ts'
import { capital } from '#app/domain/first-letter.ts'
import { action, type Block, paragraph, quote } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type CouncilAnswered = {
  name: string
  briefing: RequestedBriefing
  municipality: string
  joins: boolean
  /** May be empty. */
  remark: string
  next: AfterAnswer
  statusUrl: string
}

/** What the answer means for the request: it waits for others, it now lies with the province, or it was there already. */
export type AfterAnswer =
  /** `unreachable` were asked along as well, but nobody of their office is known: they had no mail. */
  | { kind: 'waits'; silent: readonly string[]; unreachable: readonly string[]; until: Temporal.PlainDate }
  | { kind: 'complete'; answerBy: Temporal.PlainDate }
  | { kind: 'underWay' }

export function councilAnswered(mail: CouncilAnswered) {
  const { briefing, municipality, joins } = mail
  const fact = joins ? 'doet mee' : 'doet niet mee'
  return composeMail({
    kind: 'council-answered',
    dossier: briefing,
    subject: `${municipality} ${fact}: uw aanvraag ${briefing.reference}`,
    title: `De raad van ${municipality} ${fact}`,
    recipientName: mail.name,
    blocks: [
      paragraph(`De griffie van ${municipality} laat weten dat de raad ${joins ? 'meedoet' : 'niet meedoet'}.`),
      ...(mail.remark ? [quote(mail.remark)] : []),
      paragraph(nextLine(mail.next)),
      action('Bekijk uw aanvraag', mail.statusUrl),
      requestFacts(briefing),
    ] satisfies Block[],
  })
}

function nextLine(next: AfterAnswer): string {
  switch (next.kind) {
    case 'waits':
      return next.silent.length > 0
        ? `Wij wachten nog op ${joinNames(next.silent)}, tot en met ${formatDate(next.until)}. Wilt u niet wachten? Dan kunt u op de pagina van uw aanvraag verdergaan.`
        : `Alle griffies die wij kennen, hebben geantwoord. ${capital(officesOf(next.unreachable))} kennen wij nog niet. Daar kreeg niemand bericht. Op de pagina van uw aanvraag kunt u nu verdergaan. Doet u niets, dan gaat uw aanvraag na ${formatDate(next.until)} vanzelf naar de provincie.`
    case 'complete':
      return `Alle raden hebben geantwoord. Uw aanvraag ligt nu bij de provincie. Uiterlijk ${formatDate(next.answerBy)} hoort u of zij de briefing kan geven.`
    case 'underWay':
      return 'De provincie ziet dit ook en houdt er rekening mee.'
  }
}
