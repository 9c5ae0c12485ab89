import { heading, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { askUs, calendarRemovesIt, engagedEntry, entryStays } from './engaged.ts'
import { eveningDate, eveningFacts } from './evening.ts'
import type { SpeakerEngaged } from './speaker-invited.ts'

/** Why an entry leaves one calendar: somebody else was chosen and the evening goes on, the option ran out, or the evening is off. */
export type EndCause =
  | { by: 'otherChoice' }
  | { by: 'optionLapsed' }
  | { by: 'eveningOff'; reason: string; requestEnds?: boolean }

export type SpeakerCancelled = SpeakerEngaged & {
  cause: EndCause
  /** False for whoever keeps the entry in another capacity, for instance as a participant. */
  hasEntry?: boolean
}

export function speakerCancelled({ cause, hasEntry = true, ...engaged }: SpeakerCancelled) {
  const { evening, invitee } = engaged
  const date = eveningDate(evening)
  const words = wordsFor(cause, `“${evening.title}” op ${date}`)
  return composeMail({
    kind: 'speaker-cancelled',
    dossier: evening,
    subject: `${words.fact}: ${evening.title}, ${date}`,
    title: words.title,
    recipientName: invitee.name,
    blocks: [
      paragraph(words.text),
      ...(cause.by === 'eveningOff' ? [heading('Waarom niet?'), paragraph(cause.reason)] : []),
      ...(hasEntry ? [calendarRemovesIt] : cause.by === 'otherChoice' ? [entryStays] : []),
      heading('De bijeenkomst die voor u vervalt'),
      eveningFacts(evening),
      askUs,
    ],
    ...(hasEntry && { calendar: engagedEntry('CANCEL', engaged, { lines: [words.text], comment: words.comment }) }),
  })
}

function wordsFor(cause: EndCause, evening: string) {
  switch (cause.by) {
    case 'otherChoice':
      return {
        fact: 'U hoeft niet te spreken',
        title: 'U hoeft niet meer te spreken',
        text: `U hoeft niet te spreken bij ${evening}. De bijeenkomst zelf gaat door, met een andere spreker. Dank dat u klaarstond.`,
        comment: 'De bijeenkomst gaat door met een andere spreker.',
      }
    case 'optionLapsed':
      return {
        fact: 'Vervallen',
        title: 'De optie op deze bijeenkomst is vervallen',
        text: `${evening} was een optie en is vervallen. U hoeft niets te doen. Komt er een nieuwe bijeenkomst, dan vragen wij u opnieuw.`,
        comment: 'De optie op deze bijeenkomst is vervallen.',
      }
    case 'eveningOff':
      return {
        fact: 'Gaat niet door',
        title: 'Deze bijeenkomst gaat niet door',
        text: `${evening} gaat niet door. U hoeft niet te spreken.`,
        comment: cause.reason,
      }
  }
}
