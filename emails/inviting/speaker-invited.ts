import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { type Block, facts, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { answerInCalendar, askUs, type Engaged, engagedEntry, yourPage } from './engaged.ts'
import { type Evening, type Invitee, placeInWords, programmeBlocks } from './evening.ts'

export type SpeakerEngaged = Engaged & {
  /** The parts of the programme that are hers; empty when staff did not say. */
  parts: readonly string[]
}

/** Asks a speaker: which part, when, where, for whom, and whether she can. */
export function speakerInvited(engaged: SpeakerEngaged) {
  const { evening, invitee, isOption } = engaged
  return composeMail({
    kind: 'speaker-invited',
    dossier: evening,
    subject: `Kunt u spreken? ${evening.title}, ${formatSessionTime(evening.start, evening.end)}`,
    title: 'Kunt u op deze bijeenkomst spreken?',
    recipientName: invitee.name,
    blocks: [
      paragraph(`De provincie geeft een briefing: “${evening.title}”. Wij vragen u om daar te spreken.`),
      ...(isOption ? [paragraph(stillAnOption)] : []),
      speakerFacts(engaged),
      speakerChoices('Kunt u op deze bijeenkomst spreken?', invitee),
      answerInCalendar,
      ...programmeBlocks(evening),
      yourPage(invitee),
      askUs,
    ],
    calendar: engagedEntry('REQUEST', engaged, { lines: speakerLines(engaged) }),
  })
}

const stillAnOption =
  'De bijeenkomst is nog een optie: de griffie heeft nog niet gezegd dat die doorgaat. U hoort het van ons zodra de bijeenkomst vaststaat of vervalt.'

export function speakerFacts({ evening, parts, councils }: SpeakerEngaged): Block {
  return facts([
    { label: 'Wanneer', value: formatSessionTime(evening.start, evening.end) },
    { label: 'Waar', value: placeInWords(evening) },
    { label: 'Toegang', value: evening.accessFacts ?? '' },
    { label: 'Uw onderdeel', value: joinNames([...parts]) },
    { label: 'Voor wie', value: audience(councils) },
    { label: 'Online link', value: evening.onlineUrl ?? '' },
  ])
}

export function speakerLines({ evening, parts, councils, isOption }: SpeakerEngaged): string[] {
  return [
    isOption ? stillAnOption : 'U spreekt op deze bijeenkomst van de provincie.',
    parts.length > 0 ? `Uw onderdeel: ${joinNames([...parts])}` : '',
    `Voor wie: ${audience(councils)}`,
    programmeText(evening),
    evening.accessFacts ? `Toegang: ${evening.accessFacts}` : '',
    evening.onlineUrl ? `Online: ${evening.onlineUrl}` : '',
  ].filter(Boolean)
}

function audience(councils: readonly string[]): string {
  return `raadsleden en burgerleden van ${joinNames([...councils]) || 'de raden die meedoen'}`
}

function programmeText({ programme }: Evening): string {
  if (programme.length === 0) return ''
  return ['Programma', ...programme.map(({ title, minutes }) => `- ${title} (${minutes} minuten)`)].join('\n')
}

export function speakerChoices(question: string, { links }: Invitee): Block {
  const choices = [
    { label: 'Ja, ik kan', url: links.yes },
    { label: 'Nee, ik kan niet', url: links.no },
  ]
  return { block: 'choices', question, links: choices }
}
