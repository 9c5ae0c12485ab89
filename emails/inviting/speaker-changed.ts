import { asksAgain, type CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { type Block, notice, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { askUs, engagedEntry, yourPage } from './engaged.ts'
import type { Invitee } from './evening.ts'
import { programmeBlocks } from './evening.ts'
import { oldAndNew, type SessionChanged, whatChanged } from './session-changed.ts'
import { type SpeakerEngaged, speakerChoices, speakerFacts, speakerLines } from './speaker-invited.ts'

export type SpeakerChanged = SpeakerEngaged & {
  /** What is different; undefined when an option became firm. */
  change: { before: SessionChanged['before']; changes: readonly CalendarChange[] } | undefined
}

/** To a speaker who has the evening in her calendar: it is firm now, or something about it is different. */
export function speakerChanged({ change, ...engaged }: SpeakerChanged) {
  const { evening, invitee } = engaged
  const again = change !== undefined && asksAgain(change.changes)
  const asked: Invitee = again ? { ...invitee, answer: 'none' } : invitee
  const what = change ? whatChanged(change.before, evening, change.changes) : undefined
  return composeMail({
    kind: 'speaker-changed',
    dossier: evening,
    subject: what ? `Gewijzigd: ${what} van “${evening.title}”` : `Bevestigd: ${evening.title} gaat door`,
    title: what ? `Gewijzigd: ${what}` : 'Deze bijeenkomst gaat door',
    recipientName: invitee.name,
    blocks: [
      ...(change
        ? oldAndNew(change.before, evening, change.changes)
        : [paragraph(`“${evening.title}” was een optie en staat nu vast.`)]),
      ...yourAnswer(again, asked),
      speakerFacts(engaged),
      ...programmeBlocks(evening),
      yourPage(invitee),
      askUs,
    ],
    calendar: engagedEntry('REQUEST', { ...engaged, invitee: asked }, { lines: speakerLines(engaged) }),
  })
}

function yourAnswer(again: boolean, invitee: Invitee): Block[] {
  if (again)
    return [
      speakerChoices('De tijd is anders. Daarom vragen wij u opnieuw: kunt u op deze bijeenkomst spreken?', invitee),
    ]
  if (invitee.answer === 'none')
    return [speakerChoices('U hebt nog niet geantwoord. Kunt u op deze bijeenkomst spreken?', invitee)]
  return [notice(answerStays[invitee.answer])]
}

const answerStays: Record<Exclude<Invitee['answer'], 'none'>, string> = {
  yes: 'Uw antwoord blijft staan: u kunt. U hoeft niets te doen.',
  maybe: 'Uw antwoord blijft staan: misschien.',
  no: 'Uw antwoord blijft staan: u kunt niet. U hoeft niets te doen.',
}
