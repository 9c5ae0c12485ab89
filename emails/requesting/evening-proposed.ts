import { formatSessionTime } from '#app/domain/calendar-text.ts'
import type { ProposedEvening } from '#app/domain/requesting/proposal.ts'
import { action, heading, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import type { RequestedBriefing } from './requested-briefing.ts'

export type EveningProposed = {
  name: string
  briefing: RequestedBriefing
  /** The best first. */
  evenings: readonly ProposedEvening[]
  statusUrl: string
}

export function eveningProposed({ name, briefing, evenings, statusUrl }: EveningProposed) {
  const several = evenings.length > 1
  return composeMail({
    kind: 'evening-proposed',
    dossier: briefing,
    subject: `Voorstel: kies een avond voor aanvraag ${briefing.reference}`,
    title: several ? 'De provincie stelt avonden voor' : 'De provincie stelt een avond voor',
    recipientName: name,
    blocks: [
      paragraph(
        several
          ? `Voor uw aanvraag ${briefing.reference} stelt de provincie deze avonden voor. De beste staat bovenaan.`
          : `Voor uw aanvraag ${briefing.reference} stelt de provincie deze avond voor.`,
      ),
      ...evenings.flatMap(({ start, end, reason }) => [heading(formatSessionTime(start, end)), paragraph(reason)]),
      action('Kies een avond', statusUrl),
      paragraph('Past geen van deze avonden? Laat dat op dezelfde pagina weten.'),
      paragraph('U bent nu aan zet. Er staat nog niets vast en raadsleden krijgen nog geen bericht.'),
    ],
  })
}
