import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { heldRange } from '#app/domain/scheduling/session-plan.ts'
import { type Block, facts, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { answerInCalendar, askUs, type Engaged, engagedEntry, yourPage } from './engaged.ts'
import { type Evening, type Invitee, placeInWords } from './evening.ts'

/** To the mailbox of a room, which often answers by itself; the words are for whoever reads along. */
export function venueInvited(engaged: Engaged) {
  const { evening, invitee, isOption } = engaged
  return composeMail({
    kind: 'venue-invited',
    dossier: evening,
    subject: `Zaal gevraagd: ${evening.title}, ${formatSessionTime(evening.start, evening.end)}`,
    title: 'Is de zaal beschikbaar?',
    recipientName: venueKeeper(invitee),
    blocks: [
      paragraph(`De provincie vraagt ${invitee.name} voor een briefing: “${evening.title}”.`),
      ...(isOption ? [paragraph(stillAnOption)] : []),
      venueFacts(evening),
      venueChoices('Is de zaal beschikbaar?', invitee),
      answerInCalendar,
      yourPage(invitee),
      askUs,
    ],
    calendar: engagedEntry('REQUEST', engaged, { lines: venueLines(engaged), cutype: 'ROOM' }),
  })
}

const stillAnOption = 'Dit is een optie. U hoort het van ons zodra de bijeenkomst vaststaat of vervalt.'

export function venueKeeper({ name }: Invitee): string {
  return `beheerder van ${name}`
}

export function venueFacts(evening: Evening): Block {
  return facts([
    { label: 'Bijeenkomst', value: formatSessionTime(evening.start, evening.end) },
    { label: 'Zaal nodig', value: heldInWords(evening) },
    { label: 'Waar', value: placeInWords(evening) },
  ])
}

export function venueLines({ evening, isOption }: Engaged): string[] {
  return [
    isOption ? stillAnOption : 'De provincie gebruikt deze zaal voor een briefing.',
    `Zaal nodig: ${heldInWords(evening)}`,
  ]
}

/** Building up and clearing are ours as well. */
function heldInWords(evening: Evening): string {
  const { from, until } = heldRange(evening)
  return `${formatSessionTime(from, until)}, met opbouwen en opruimen`
}

export function venueChoices(question: string, { links }: Invitee): Block {
  const choices = [
    { label: 'Ja, de zaal is beschikbaar', url: links.yes },
    { label: 'Nee, de zaal is niet beschikbaar', url: links.no },
  ]
  return { block: 'choices', question, links: choices }
}
