import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import type { Evening, EventStamp, Invitee } from '#emails/inviting/evening.ts'
import { speakerCancelled } from '#emails/inviting/speaker-cancelled.ts'
import { speakerChanged } from '#emails/inviting/speaker-changed.ts'
import { speakerInvited } from '#emails/inviting/speaker-invited.ts'
import { venueCancelled } from '#emails/inviting/venue-cancelled.ts'
import { venueChanged } from '#emails/inviting/venue-changed.ts'
import { venueInvited } from '#emails/inviting/venue-invited.ts'
import type { MailContent } from '#emails/message.ts'
import { clerkSessionCancelled } from '#emails/scheduling/clerk-session-cancelled.ts'
import { clerkSessionChanged } from '#emails/scheduling/clerk-session-changed.ts'
import { optionChanged } from '#emails/scheduling/option-changed.ts'
import { optionEnded } from '#emails/scheduling/option-ended.ts'
import { optionLapsedStaff } from '#emails/scheduling/option-lapsed-staff.ts'
import { optionOffered } from '#emails/scheduling/option-offered.ts'
import { sessionPublished } from '#emails/scheduling/session-published.ts'

type Sample = { evening: Evening; invitee: Invitee; stamp: (sequence: number) => EventStamp; site: string }

/** One of every mail to a speaker, a room and a clerk who holds an option, and of every shape it can take. */
export function everyEngagedMail({ evening, invitee, stamp, site }: Sample): Record<string, MailContent> {
  const page = `${site}/afspraak/p4t8`
  const links = { ...invitee.links, page, yes: `${page}?antwoord=ja`, maybe: page, no: `${page}?antwoord=nee` }
  const councils = ['Leiderdorp', 'Oegstgeest']
  const engaged = (sequence: number, isOption = false, answer: CalendarAnswer = 'none') => ({
    evening,
    invitee: { ...invitee, links, answer },
    stamp: stamp(sequence),
    councils,
    isOption,
  })
  const parts = ['Wonen']
  const room = (sequence: number, isOption = false, answer: CalendarAnswer = 'none') => {
    const base = engaged(sequence, isOption, answer)
    return { ...base, invitee: { ...base.invitee, name: 'Raadzaal' } }
  }
  const expiresAt = Temporal.Instant.from('2026-12-15T16:00:00Z')
  const summer = {
    ...evening,
    start: Temporal.Instant.from('2027-07-06T17:30:00Z'),
    end: Temporal.Instant.from('2027-07-06T19:00:00Z'),
  }
  const elsewhere = { ...evening, location: 'Burgerzaal, Voorbeeldplein 1, Leiderdorp' }
  const moved = { before: evening, changes: ['time'] as const }
  const replaced = { before: evening, changes: ['place'] as const }
  const reason = 'De raad heeft die avond toch een vergadering.'
  const letter = { name: invitee.name, registerUrl: `${site}/aanmelden/r4ad`, statusUrl: `${site}/avonden/1` }
  return {
    'speaker-invited': speakerInvited({ ...engaged(0), parts }),
    'speaker-invited-option': speakerInvited({ ...engaged(0, true), parts: [] }),
    'speaker-confirmed': speakerChanged({ ...engaged(1, false, 'yes'), parts, change: undefined }),
    'speaker-changed-time': speakerChanged({ ...engaged(1, false, 'yes'), evening: summer, parts, change: moved }),
    'speaker-changed-room': speakerChanged({
      ...engaged(1, false, 'yes'),
      evening: elsewhere,
      parts,
      change: replaced,
    }),
    'speaker-replaced': speakerCancelled({ ...engaged(1), parts, cause: { by: 'otherChoice' } }),
    'speaker-option-lapsed': speakerCancelled({ ...engaged(1, true), parts, cause: { by: 'optionLapsed' } }),
    'speaker-evening-off': speakerCancelled({ ...engaged(2), parts, cause: { by: 'eveningOff', reason } }),
    'venue-invited': venueInvited(room(0)),
    'venue-invited-option': venueInvited(room(0, true)),
    'venue-confirmed': venueChanged({ ...room(1, false, 'yes'), change: undefined }),
    'venue-changed-time': venueChanged({ ...room(1, false, 'yes'), evening: summer, change: moved }),
    'venue-changed-room': venueChanged({ ...room(1, false, 'yes'), evening: elsewhere, change: replaced }),
    'venue-replaced': venueCancelled({ ...room(1), cause: { by: 'otherChoice' } }),
    'venue-option-lapsed': venueCancelled({ ...room(1, true), cause: { by: 'optionLapsed' } }),
    'venue-evening-off': venueCancelled({ ...room(2), cause: { by: 'eveningOff', reason } }),
    'option-offered': optionOffered({ ...engaged(0, true), expiresAt, occasion: 'offered' }),
    'option-extended': optionOffered({ ...engaged(0, true), expiresAt, occasion: 'extended' }),
    // Offered once more after it lapsed: above the CANCEL.
    'option-offered-again': optionOffered({ ...engaged(2, true), expiresAt, occasion: 'offered' }),
    'option-changed-time': optionChanged({ ...engaged(1, true, 'yes'), evening: summer, expiresAt, ...moved }),
    'option-changed-room': optionChanged({ ...engaged(1, true, 'yes'), evening: elsewhere, expiresAt, ...replaced }),
    'option-lapsed': optionEnded({ ...engaged(1, true), cause: { by: 'optionLapsed' }, statusUrl: letter.statusUrl }),
    'option-withdrawn': optionEnded({
      ...engaged(1, true),
      cause: { by: 'eveningOff', reason },
      statusUrl: letter.statusUrl,
    }),
    'option-handed-over': optionEnded({
      ...engaged(1, true),
      cause: { by: 'otherChoice' },
      statusUrl: letter.statusUrl,
    }),
    'option-lapsed-staff': optionLapsedStaff({
      name: invitee.name,
      evening: { ...evening, dosNumber: null },
      councils,
      agreed: ['Leiderdorp'],
      freed: 'De zaal en de sprekers zijn weer vrij.',
      toCall: ['Noor Voorbeeld'],
      sessionUrl: `${site}/beheer/sessies/1`,
    }),
    'option-firm': sessionPublished({ ...letter, evening, entry: engaged(1, false, 'yes') }),
    'clerk-session-changed-entry': clerkSessionChanged({
      ...letter,
      before: evening,
      evening: elsewhere,
      changes: ['place'],
      entry: { ...engaged(2, false, 'yes'), evening: elsewhere },
    }),
    'clerk-session-cancelled-entry': clerkSessionCancelled({
      ...letter,
      evening,
      reason,
      afterwards: 'newMoment',
      entry: engaged(3, false, 'yes'),
    }),
  }
}
