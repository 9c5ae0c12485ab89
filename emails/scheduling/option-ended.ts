import { action, heading, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { askUs, calendarRemovesIt, type Engaged, engagedEntry } from '../inviting/engaged.ts'
import { eveningDate, eveningFacts } from '../inviting/evening.ts'

export type OptionEnded = Engaged & {
  /** The clock, the province with its reason, or because she no longer works for this council. */
  cause: { by: 'optionLapsed' } | { by: 'eveningOff'; reason: string; requestEnds?: boolean } | { by: 'otherChoice' }
  statusUrl: string
}

/** To a clerk: the evening is no longer held for her council. */
export function optionEnded({ cause, statusUrl, ...engaged }: OptionEnded) {
  const { evening, invitee } = engaged
  const date = eveningDate(evening)
  const words = wordsFor(cause)
  const isHers = cause.by !== 'otherChoice'
  return composeMail({
    kind: 'option-ended',
    dossier: evening,
    subject: `${words.fact}: ${evening.title}, ${date}`,
    title: words.title,
    recipientName: invitee.name,
    blocks: [
      ...(isHers
        ? [paragraph(`Wij houden “${evening.title}” op ${date} niet meer vast.`), heading('Waarom niet?')]
        : [paragraph(`“${evening.title}” op ${date} hoort niet meer in uw agenda.`)]),
      paragraph(words.why),
      calendarRemovesIt,
      heading('Hoe gaat het verder?'),
      paragraph(words.next),
      eveningFacts(evening),
      ...(isHers ? [action('Bekijk uw aanvraag', statusUrl)] : []),
      askUs,
    ],
    calendar: engagedEntry('CANCEL', engaged, { lines: [words.why], comment: words.why }),
  })
}

function wordsFor(cause: OptionEnded['cause']) {
  const lapsed = { fact: 'Optie vervallen', title: 'De optie is vervallen' }
  const next = 'Uw aanvraag blijft staan en is weer in behandeling. Wij zoeken een nieuw moment.'
  switch (cause.by) {
    case 'optionLapsed':
      return { ...lapsed, why: 'De termijn is voorbij en de bijeenkomst was nog niet bevestigd.', next }
    case 'eveningOff':
      return {
        ...lapsed,
        why: cause.reason,
        next: cause.requestEnds ? 'De aanvraag is afgesloten. U kunt altijd een nieuwe aanvraag doen.' : next,
      }
    case 'otherChoice':
      return {
        fact: 'Niet meer in uw agenda',
        title: 'Deze bijeenkomst hoort niet meer in uw agenda',
        why: 'U werkt niet meer voor deze griffie. De afspraak geldt alleen voor wie er nu werkt.',
        next: 'U hoeft niets te doen. Uw opvolger en uw collega’s hebben dezelfde gegevens.',
      }
  }
}
