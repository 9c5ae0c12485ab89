import { asksAgain, type CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { type Block, notice, paragraph } from '../blocks.ts'
import { composeMail } from '../compose-mail.ts'
import { askUs, type Engaged, engagedEntry, yourPage } from './engaged.ts'
import type { Invitee } from './evening.ts'
import { oldAndNew, type SessionChanged, whatChanged } from './session-changed.ts'
import { venueChoices, venueFacts, venueKeeper, venueLines } from './venue-invited.ts'

export type VenueChanged = Engaged & {
  /** What is different; undefined when an option became firm. */
  change: { before: SessionChanged['before']; changes: readonly CalendarChange[] } | undefined
}

/** To the mailbox of a room that stays: the evening is firm now, or something about it is different. */
export function venueChanged({ change, ...engaged }: VenueChanged) {
  const { evening, invitee } = engaged
  const again = change !== undefined && asksAgain(change.changes)
  const asked: Invitee = again ? { ...invitee, answer: 'none' } : invitee
  const what = change ? whatChanged(change.before, evening, change.changes) : undefined
  return composeMail({
    kind: 'venue-changed',
    dossier: evening,
    subject: what ? `Gewijzigd: ${what} van “${evening.title}”` : `Bevestigd: ${evening.title} gaat door`,
    title: what ? `Gewijzigd: ${what}` : 'Deze bijeenkomst gaat door',
    recipientName: venueKeeper(invitee),
    blocks: [
      ...(change
        ? oldAndNew(change.before, evening, change.changes)
        : [paragraph(`“${evening.title}” was een optie en staat nu vast.`)]),
      ...yourAnswer(again, asked),
      venueFacts(evening),
      yourPage(invitee),
      askUs,
    ],
    calendar: engagedEntry('REQUEST', { ...engaged, invitee: asked }, { lines: venueLines(engaged), cutype: 'ROOM' }),
  })
}

function yourAnswer(again: boolean, invitee: Invitee): Block[] {
  if (again) return [venueChoices('De tijd is anders. Daarom vragen wij opnieuw: is de zaal beschikbaar?', invitee)]
  if (invitee.answer === 'none') return [venueChoices('Wij hebben nog geen antwoord. Is de zaal beschikbaar?', invitee)]
  return [notice('Uw antwoord blijft staan. U hoeft niets te doen.')]
}
