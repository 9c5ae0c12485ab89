import { formatMoment } from '#app/domain/calendar-text.ts'
import { asksAgain, type CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { type Block, notice } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { askUs, engagedEntry, yourPage } from '../inviting/engaged.ts'
import type { Invitee } from '../inviting/evening.ts'
import { programmeBlocks } from '../inviting/evening.ts'
import { oldAndNew, type SessionChanged, whatChanged } from '../inviting/session-changed.ts'
import { type OptionHeld, optionChoices, optionFacts, optionLines } from './option-offered.ts'

export type OptionChanged = OptionHeld & {
  before: SessionChanged['before']
  /** Never empty. */
  changes: readonly CalendarChange[]
}

/** To a clerk who holds an option: what is different about it, and whether she is asked again. */
export function optionChanged({ before, changes, ...held }: OptionChanged) {
  const { evening, invitee, expiresAt } = held
  const again = asksAgain(changes)
  const asked: Invitee = again ? { ...invitee, answer: 'none' } : invitee
  const what = whatChanged(before, evening, changes)
  return composeMail({
    kind: 'option-changed',
    dossier: evening,
    subject: `Gewijzigd: ${what} van optie “${evening.title}”`,
    title: `Gewijzigd: ${what} van de optie`,
    recipientName: invitee.name,
    blocks: [
      ...oldAndNew(before, evening, changes),
      notice(`De optie vervalt op ${formatMoment(expiresAt)}.`),
      ...yourAnswer(again, asked),
      optionFacts(held),
      ...programmeBlocks(evening),
      yourPage(invitee),
      askUs,
    ],
    calendar: engagedEntry('REQUEST', { ...held, invitee: asked }, { lines: optionLines(held) }),
  })
}

function yourAnswer(again: boolean, invitee: Invitee): Block[] {
  if (again) return [optionChoices('De tijd is anders. Daarom vragen wij u opnieuw: gaat uw raad akkoord?', invitee)]
  if (invitee.answer === 'none') return [optionChoices('U hebt nog niet geantwoord. Gaat uw raad akkoord?', invitee)]
  return [notice(answerStays[invitee.answer])]
}

const answerStays: Record<Exclude<Invitee['answer'], 'none'>, string> = {
  yes: 'Uw antwoord blijft staan: akkoord. U hoeft niets te doen.',
  maybe: 'Uw antwoord blijft staan: misschien.',
  no: 'Uw antwoord blijft staan: niet akkoord. U hoeft niets te doen.',
}
