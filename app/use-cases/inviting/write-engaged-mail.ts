import { partsOf } from '#app/domain/inviting/engagement.ts'
import type { BriefingSession, SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionChange } from '#app/domain/scheduling/session-change.ts'
import { clerkStatusUrl, councilLink } from '#app/domain/scheduling/session-links.ts'
import type { Site } from '#app/domain/site.ts'
import type { EngagedRecord } from '#db/inviting/engagements.ts'
import type { Engaged } from '#emails/inviting/engaged.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import { type EndCause, speakerCancelled } from '#emails/inviting/speaker-cancelled.ts'
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
import { optionOffered } from '#emails/scheduling/option-offered.ts'
import { sessionPublished } from '#emails/scheduling/session-published.ts'
import type { CalendarMail } from './post-calendar-mails.ts'

type Made = Extract<SessionChange, { kind: 'changed' }>

/** What happened to one person. */
export type EngagedEvent =
  | { kind: 'joined' }
  | { kind: 'confirmed' }
  | { kind: 'extended' }
  | { kind: 'changed'; change: Made }
  | { kind: 'left'; cause: EndCause; keepsEntry: boolean }

type Writing = {
  site: Site
  session: BriefingSession
  record: EngagedRecord
  event: EngagedEvent
  statusBefore: SessionStatus
  eveningFor: (councilId: string) => Evening
}

/** The mail for one person in her own capacity; calendars get the same UID whatever that is. */
export function writeEngagedMail(writing: Writing): CalendarMail['write'] {
  const { session, record, event, statusBefore, eveningFor } = writing
  const wasOption = event.kind === 'left' ? statusBefore === 'option' : session.status === 'option'
  const councils = session.councils.map(({ municipalityName }) => municipalityName)
  return (invitee, stamp) => {
    const evening = record.capacity === 'clerk' ? eveningFor(record.subjectId) : eveningFor('')
    const engaged: Engaged = { evening, invitee, stamp, councils, isOption: wasOption }
    switch (record.capacity) {
      case 'speaker':
        return toSpeaker({ ...engaged, parts: partsOf(session, record.topicIds) }, event)
      case 'venue':
        return toVenue(engaged, event)
      case 'clerk':
        return toClerk(engaged, writing)
    }
  }
}

function endOf(cause: EndCause) {
  if (cause.by !== 'eveningOff') return { reason: '', afterwards: 'newMoment' as const }
  return { reason: cause.reason, afterwards: cause.requestEnds ? ('requestEnded' as const) : ('newMoment' as const) }
}

function toSpeaker(engaged: Parameters<typeof speakerInvited>[0], event: EngagedEvent): MailContent {
  if (event.kind === 'left') return speakerCancelled({ ...engaged, cause: event.cause, hasEntry: !event.keepsEntry })
  return event.kind === 'joined' ? speakerInvited(engaged) : speakerChanged({ ...engaged, change: changeIn(event) })
}

function toVenue(engaged: Engaged, event: EngagedEvent): MailContent {
  if (event.kind === 'left') return venueCancelled({ ...engaged, cause: event.cause, hasEntry: !event.keepsEntry })
  return event.kind === 'joined' ? venueInvited(engaged) : venueChanged({ ...engaged, change: changeIn(event) })
}

function changeIn(event: EngagedEvent) {
  return event.kind === 'changed' ? { before: event.change.old, changes: event.change.all } : undefined
}

function toClerk(entry: Engaged, { site, session, record, event }: Writing): MailContent {
  const { invitee, evening } = entry
  const statusUrl = clerkStatusUrl(site, session)
  const takesPart = session.councils.some(({ councilId }) => councilId === record.subjectId)
  if (event.kind === 'left' && !takesPart) {
    const left = { reason: 'Uw raad doet niet meer mee aan deze bijeenkomst.', afterwards: 'councilLeft' as const }
    return clerkSessionCancelled({ name: invitee.name, evening, statusUrl, entry, ...left })
  }
  if (event.kind === 'left' && (entry.isOption || event.cause.by !== 'eveningOff'))
    return optionEnded({ ...entry, cause: event.cause, statusUrl })
  const council = session.councils.find(({ councilId }) => councilId === record.subjectId)
  const registerUrl = council ? councilLink(site, council.linkToken) : statusUrl
  const letter = { name: invitee.name, evening, registerUrl, statusUrl, entry }
  const expiresAt = session.optionExpiresAt
  switch (event.kind) {
    case 'left':
      return clerkSessionCancelled({ ...letter, ...endOf(event.cause) })
    case 'changed': {
      const change = { before: event.change.old, changes: event.change.all }
      if (expiresAt) return optionChanged({ ...entry, expiresAt, ...change })
      const asked = event.change.asksAgain ? { ...invitee, answer: 'none' as const } : invitee
      return clerkSessionChanged({ ...letter, ...change, entry: { ...entry, invitee: asked } })
    }
    default:
      if (!expiresAt) return sessionPublished(letter)
      return optionOffered({ ...entry, expiresAt, occasion: event.kind === 'extended' ? 'extended' : 'offered' })
  }
}
