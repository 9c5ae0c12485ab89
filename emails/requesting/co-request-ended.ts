import { link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type RequestedBriefing, requestFacts } from './requested-briefing.ts'

export type CoRequestEnded = {
  name: string
  briefing: RequestedBriefing
  municipality: string
  askedByMunicipality: string
  /** Who ended it: the council that asked, or the province. */
  endedBy: 'lead' | 'province'
  newRequestUrl: string
}

/** To a council that was asked along: the request it was part of is over. */
export function coRequestEnded(mail: CoRequestEnded) {
  const { briefing, askedByMunicipality } = mail
  const what =
    mail.endedBy === 'lead'
      ? `De griffie van ${askedByMunicipality} heeft de aanvraag ingetrokken waarvoor ook uw raad gevraagd was.`
      : `De provincie kan de briefing niet geven die de raad van ${askedByMunicipality} vroeg, en waarvoor ook uw raad gevraagd was.`
  return composeMail({
    kind: 'co-request-ended',
    dossier: briefing,
    subject: `Gaat niet door: aanvraag ${briefing.reference} van de raad van ${askedByMunicipality}`,
    title: 'De gezamenlijke aanvraag gaat niet door',
    recipientName: mail.name,
    blocks: [
      paragraph(what),
      paragraph('U hoeft niets te doen.'),
      link(`Wil de raad van ${mail.municipality} zelf een briefing?`, 'Vraag een briefing aan', mail.newRequestUrl),
      requestFacts(briefing),
    ],
  })
}
