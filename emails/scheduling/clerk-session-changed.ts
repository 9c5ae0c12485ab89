import { asksAgain, type CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { action, heading, link, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { type Engaged, engagedEntry } from '../inviting/engaged.ts'
import { type Evening, eveningFacts, programmeBlocks } from '../inviting/evening.ts'
import { oldAndNew, type SessionChanged, whatChanged } from '../inviting/session-changed.ts'
import { clerkLines } from './session-published.ts'

export type ClerkSessionChanged = {
  /** Of the clerk. */
  name: string
  before: SessionChanged['before']
  evening: Evening
  /** Never empty. */
  changes: readonly CalendarChange[]
  registerUrl: string
  statusUrl: string
  /** For who held it as an option and has it in her calendar. */
  entry?: Engaged
}

/** To the clerk: what changed, what her councillors hear, and what to change in her own copies. */
export function clerkSessionChanged(mail: ClerkSessionChanged) {
  const { name, before, evening, changes, registerUrl, statusUrl, entry } = mail
  const what = whatChanged(before, evening, changes)
  return composeMail({
    kind: 'clerk-session-changed',
    dossier: evening,
    subject: `Gewijzigd: ${what} van “${evening.title}”`,
    title: `Gewijzigd: ${what}`,
    recipientName: name,
    blocks: [
      ...oldAndNew(before, evening, changes),
      heading('Wat merken uw raadsleden?'),
      paragraph(
        asksAgain(changes)
          ? 'Wie zich heeft aangemeld, krijgt van ons een nieuwe uitnodiging. Wij vragen opnieuw wie er komt: eerdere antwoorden gelden niet meer.'
          : 'Wie zich heeft aangemeld, krijgt van ons bericht. De antwoorden blijven staan.',
      ),
      heading('Wat kunt u doen?'),
      paragraph('Hebt u de bijeenkomst al aangekondigd? Pas dan uw eigen bericht en de agenda van de raad aan.'),
      paragraph(`Zo is “${evening.title}” nu:`),
      eveningFacts(evening),
      ...programmeBlocks(evening),
      action('Bekijk de bijeenkomst en de aanmeldingen', statusUrl),
      link('De aanmeldpagina voor uw raad blijft', registerUrl, registerUrl),
    ],
    ...(entry && { calendar: engagedEntry('REQUEST', entry, { lines: clerkLines }) }),
  })
}
