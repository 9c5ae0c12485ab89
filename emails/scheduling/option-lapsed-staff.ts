import { councilsOf, joinNames } from '#app/domain/catalogue/join-names.ts'
import { action, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Evening, eveningDate, eveningFacts } from '../inviting/evening.ts'

export type OptionLapsedStaff = {
  /** Of a colleague. */
  name: string
  evening: Evening
  councils: readonly string[]
  /** Councils that said yes in time; the evening was not published. */
  agreed: readonly string[]
  /** What is free again: `freedInWords`. */
  freed: string | undefined
  /** Speakers and the room whom no mail reaches. */
  toCall: readonly string[]
  sessionUrl: string
}

/** To staff: an option ran out, and the request is theirs again. */
export function optionLapsedStaff({ name, evening, councils, agreed, freed, toCall, sessionUrl }: OptionLapsedStaff) {
  return composeMail({
    kind: 'option-lapsed-staff',
    dossier: evening,
    subject: `Optie vervallen: ${evening.title}, ${eveningDate(evening)}`,
    title: 'Een optie is vervallen',
    recipientName: name,
    blocks: [
      paragraph([`De optie voor ${councilsOf(councils)} is vervallen.`, freed].filter(Boolean).join(' ')),
      ...(toCall.length > 0 ? [paragraph(`Bel zelf, want hier staat geen e-mailadres: ${joinNames(toCall)}.`)] : []),
      paragraph(
        agreed.length === 0
          ? 'Wij hoorden op tijd geen akkoord.'
          : `Akkoord gaf: ${joinNames([...agreed])}. De bijeenkomst was nog niet gepubliceerd.`,
      ),
      paragraph('De bijeenkomst is weer een concept en de aanvraag is weer in behandeling. U bent aan zet.'),
      eveningFacts(evening),
      action('Bekijk de bijeenkomst', sessionUrl),
    ],
  })
}
