import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { asksAgain, type CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { type Block, type Change, link, notice, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import {
  answerChoices,
  calendarEntry,
  type Evening,
  type EventStamp,
  eveningFacts,
  type Invitee,
  placeInWords,
  programmeBlocks,
} from './evening.ts'
import { aboutYourData, onlineLink } from './invitation.ts'

export type SessionChanged = {
  before: Pick<Evening, 'title' | 'start' | 'end' | 'location' | 'onlineUrl'>
  evening: Evening
  /** Gravest first, never empty. */
  changes: readonly CalendarChange[]
  /** With the answer as it stood before this change. */
  invitee: Invitee
  stamp: EventStamp
}

export function sessionChanged({ before, evening, changes, invitee, stamp }: SessionChanged) {
  const again = asksAgain(changes)
  const asked: Invitee = again ? { ...invitee, answer: 'none' } : invitee
  return composeMail({
    kind: 'session-changed',
    dossier: evening,
    subject: `Gewijzigd: ${whatChanged(before, evening, changes)} van “${evening.title}”`,
    title: `Gewijzigd: ${whatChanged(before, evening, changes)}`,
    recipientName: invitee.name,
    blocks: [
      ...oldAndNew(before, evening, changes),
      ...yourAnswer(again, asked),
      paragraph(`Zo is “${evening.title}” nu:`),
      eveningFacts(evening),
      ...programmeBlocks(evening),
      ...onlineLink(evening),
      ...aboutYourData(invitee),
    ],
    calendar: calendarEntry('REQUEST', evening, asked, stamp),
  })
}

function yourAnswer(again: boolean, invitee: Invitee): Block[] {
  if (again) return [answerChoices('De tijd is anders. Daarom vragen wij u opnieuw: komt u?', invitee)]
  if (invitee.answer === 'none') return [answerChoices('U hebt nog niet geantwoord. Komt u?', invitee)]
  return [
    notice(answerStays[invitee.answer]),
    link('Wilt u uw antwoord wijzigen? Dat kan op', 'uw eigen pagina', invitee.links.page),
  ]
}

const answerStays: Record<Exclude<Invitee['answer'], 'none'>, string> = {
  yes: 'Uw antwoord blijft staan: u komt. U hoeft niets te doen.',
  maybe: 'Uw antwoord blijft staan: misschien.',
  no: 'Uw antwoord blijft staan: u komt niet. U hoeft niets te doen.',
}

type Before = SessionChanged['before']

/** What people were told before, and what of it is different now. */
export type Moved = Pick<SessionChanged, 'before' | 'changes'>

/** "tijd", "zaal", "tijd en zaal", "online link", "tekst" */
export function whatChanged(before: Before, after: Evening, changes: readonly CalendarChange[]): string {
  const words: string[] = []
  if (changes.includes('time')) words.push('tijd')
  if (before.location !== after.location) words.push('zaal')
  else if (changes.includes('place')) words.push('online link')
  return words.join(' en ') || 'tekst'
}

export function oldAndNew(before: Before, after: Evening, changes: readonly CalendarChange[]): Block[] {
  const rows: Change[] = []
  if (changes.includes('time')) {
    const [was, becomes] = [formatSessionTime(before.start, before.end), formatSessionTime(after.start, after.end)]
    rows.push({ what: 'Tijd', was, becomes })
  }
  if (before.location !== after.location) {
    rows.push({ what: 'Zaal', was: placeInWords(before), becomes: placeInWords(after) })
  } else if (changes.includes('place')) {
    rows.push({ what: 'Online link', was: before.onlineUrl ?? 'geen', becomes: after.onlineUrl ?? 'geen' })
  }
  if (before.title !== after.title) rows.push({ what: 'Titel', was: before.title, becomes: after.title })
  if (rows.length > 0) return [{ block: 'changes', changes: rows }]
  return [paragraph('De tekst van de uitnodiging is gewijzigd. Tijd en plaats zijn hetzelfde gebleven.')]
}
