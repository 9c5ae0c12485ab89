import { action, heading, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Engaged, engagedEntry } from '../inviting/engaged.ts'
import { type Evening, eveningDate, eveningFacts } from '../inviting/evening.ts'

export type ClerkSessionCancelled = {
  /** Of the clerk. */
  name: string
  evening: Evening
  /** A sentence that says why. */
  reason: string
  statusUrl: string
  /** What happens to the request, or that the evening goes on for other councils only. */
  afterwards: 'newMoment' | 'requestEnded' | 'councilLeft'
  /** For who held it as an option and has it in her calendar. */
  entry?: Engaged
}

const afterwardsLines = {
  newMoment: 'Uw aanvraag blijft staan. Wij zoeken een nieuw moment. U hoeft niets te doen.',
  requestEnded: 'De aanvraag is afgesloten. U kunt altijd een nieuwe aanvraag doen.',
  councilLeft: 'De bijeenkomst gaat door voor de andere raden. Uw raad kan altijd een nieuwe aanvraag doen.',
}

/** To the clerk: the evening is off, who hears of it, and what happens to the request. */
export function clerkSessionCancelled({ name, evening, reason, statusUrl, afterwards, entry }: ClerkSessionCancelled) {
  const date = eveningDate(evening)
  return composeMail({
    kind: 'clerk-session-cancelled',
    dossier: evening,
    subject: `Gaat niet door: ${evening.title}, ${date}`,
    title: 'Deze bijeenkomst gaat niet door',
    recipientName: name,
    blocks: [
      paragraph(`“${evening.title}” op ${date} gaat niet door${afterwards === 'councilLeft' ? ' voor uw raad' : ''}.`),
      heading('Waarom niet?'),
      paragraph(reason),
      heading('Wat merken uw raadsleden?'),
      paragraph('Wie zich heeft aangemeld, krijgt van ons bericht. De afspraak verdwijnt uit de agenda.'),
      heading('Hoe gaat het verder?'),
      paragraph(afterwardsLines[afterwards]),
      eveningFacts(evening),
      action('Bekijk uw aanvraag', statusUrl),
    ],
    ...(entry && { calendar: engagedEntry('CANCEL', entry, { lines: [reason], comment: reason }) }),
  })
}
