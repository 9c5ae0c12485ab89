import { formatMoment, formatSessionTime } from '#app/domain/calendar-text.ts'
import { councilsOf } from '#app/domain/catalogue/join-names.ts'
import { type Block, facts, notice, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { answerInCalendar, askUs, type Engaged, engagedEntry, yourPage } from '../inviting/engaged.ts'
import { eveningDate, type Invitee, placeInWords, programmeBlocks } from '../inviting/evening.ts'

export type OptionHeld = Engaged & {
  /** Until then the slot is held. */
  expiresAt: Temporal.Instant
}

/** To a clerk: this evening is held for her council until a moment, and silence is not consent. Again when that moment moves. */
export function optionOffered({ occasion, ...held }: OptionHeld & { occasion: 'offered' | 'extended' }) {
  const { evening, invitee, expiresAt } = held
  const until = formatMoment(expiresAt)
  return composeMail({
    kind: 'option-offered',
    dossier: evening,
    subject: `Optie: ${evening.title}, ${eveningDate(evening)}, vervalt op ${until}`,
    title: occasion === 'offered' ? 'Wij houden deze avond voor uw raad vast' : 'De optie vervalt op een ander moment',
    recipientName: invitee.name,
    blocks: [
      paragraph(
        occasion === 'offered'
          ? `Wij houden een avond vast: “${evening.title}”. Kijk of die past en laat het ons weten.`
          : `Wij houden “${evening.title}” vast tot een ander moment dan eerder gezegd.`,
      ),
      notice(`Optie: vervalt op ${until}. Horen wij niets, dan vervalt de optie: geen bericht is geen akkoord.`),
      optionFacts(held),
      optionChoices('Gaat uw raad akkoord met deze bijeenkomst?', invitee),
      answerInCalendar,
      paragraph(
        'Uw raadsleden hebben nog geen bericht gekregen. Zij kunnen zich aanmelden zodra de bijeenkomst vaststaat.',
      ),
      ...programmeBlocks(evening),
      yourPage(invitee),
      askUs,
    ],
    calendar: engagedEntry('REQUEST', held, { lines: optionLines(held) }),
  })
}

export function optionFacts({ evening, councils, expiresAt }: OptionHeld): Block {
  return facts([
    { label: 'Wanneer', value: formatSessionTime(evening.start, evening.end) },
    { label: 'Waar', value: placeInWords(evening) },
    { label: 'Toegang', value: evening.accessFacts ?? '' },
    { label: 'Voor', value: councilsOf(councils) },
    { label: 'Optie vervalt', value: formatMoment(expiresAt) },
  ])
}

export function optionLines({ evening, expiresAt }: OptionHeld): string[] {
  return [
    `Optie: ${evening.title}, vervalt op ${formatMoment(expiresAt)}. Horen wij niets, dan vervalt de optie.`,
    evening.whyItConcerns,
    evening.onlineUrl ? `Online meedoen: ${evening.onlineUrl}` : '',
  ].filter(Boolean)
}

export function optionChoices(question: string, { links }: Invitee): Block {
  const choices = [
    { label: 'Akkoord', url: links.yes },
    { label: 'Niet akkoord', url: links.no },
  ]
  return { block: 'choices', question, links: choices }
}
