import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { action, heading, link, paragraph, quote } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Engaged, engagedEntry } from '../inviting/engaged.ts'
import { type Evening, eveningFacts, placeInWords, programmeBlocks } from '../inviting/evening.ts'

export type SessionPublished = {
  /** Of the clerk. */
  name: string
  evening: Evening
  /** The council's own registration page, for its councillors. */
  registerUrl: string
  statusUrl: string
  /** For who held it as an option: the same entry, firm now. */
  entry?: Engaged
}

/** What the entry of a clerk says about a firm evening. */
export const clerkLines = ['De bijeenkomst staat vast. Uw raadsleden kunnen zich aanmelden met de link van uw raad.']

/** To the clerk: the evening is firm, and this is what she passes on. */
export function sessionPublished({ name, evening, registerUrl, statusUrl, entry }: SessionPublished) {
  return composeMail({
    kind: 'session-published',
    dossier: evening,
    subject: `Bevestigd: ${evening.title}, ${formatSessionTime(evening.start, evening.end)}`,
    title: 'De bijeenkomst staat vast',
    recipientName: name,
    blocks: [
      paragraph(`“${evening.title}” gaat door. Uw raadsleden kunnen zich nu aanmelden.`),
      eveningFacts(evening),
      action('Bekijk de bijeenkomst en de aanmeldingen', statusUrl),
      heading('Stuur dit aan uw raadsleden'),
      paragraph(
        'Neem deze tekst over in uw eigen bericht. De link is alleen voor uw raad. Ieder lid meldt zich zelf aan.',
      ),
      quote(announcement(evening, registerUrl)),
      link('De aanmeldpagina bekijkt u op', registerUrl, registerUrl),
      ...programmeBlocks(evening),
    ],
    ...(entry && { calendar: engagedEntry('REQUEST', entry, { lines: clerkLines }) }),
  })
}

function announcement(evening: Evening, registerUrl: string): string {
  return [
    `De provincie Zuid-Holland geeft onze raad een briefing: ${evening.title}.`,
    `Wanneer: ${formatSessionTime(evening.start, evening.end)}`,
    `Waar: ${placeInWords(evening)}`,
    evening.whyItConcerns,
    `Aanmelden: ${registerUrl}`,
  ]
    .filter(Boolean)
    .join('\n')
}
