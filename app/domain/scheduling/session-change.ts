import {
  asksAgain,
  type CalendarChange,
  type CalendarVersion,
  versionAfterCancel,
  versionAfterChange,
  versionAfterConfirmation,
  versionAfterRevival,
} from '#app/domain/inviting/calendar-event.ts'
import { type BriefingSession, locationLine } from './briefing-session.ts'

/** What people were told before the change, so that a mail can say old → new. */
export type SessionFacts = {
  title: string
  start: Temporal.Instant
  end: Temporal.Instant
  /** Room and address in one line; empty when it is only online. */
  location: string
  onlineUrl: string | undefined
  explanation: string
  programme: { title: string; minutes: number }[]
  speakerNames: string[]
}

/** What happened to an evening, in the words the mails need. */
export type SessionChange =
  | { kind: 'published' }
  | {
      kind: 'changed'
      /** The gravest of `all`. */
      what: CalendarChange
      /** Everything that changed, gravest first. */
      all: CalendarChange[]
      old: SessionFacts
      /** True only for a new time: answers are back to none. */
      asksAgain: boolean
    }
  | {
      kind: 'cancelled'
      reason: string
      /** True when nobody looks for another evening. */
      requestEnds?: boolean
      /** True when the evening goes on for other councils. */
      councilLeft?: boolean
    }

/** What people hear who have the evening in a calendar: a change, or what becomes of an option. */
export type SessionNews = SessionChange | { kind: 'offered' } | { kind: 'extended' } | { kind: 'lapsed' }

export function factsOf(session: BriefingSession): SessionFacts {
  return {
    title: session.title,
    start: session.start,
    end: session.end,
    location: locationLine(session.venue),
    onlineUrl: session.onlineUrl,
    explanation: session.explanation,
    programme: session.programme.map(({ title, minutes }) => ({ title, minutes })),
    speakerNames: session.speakers.map(({ name }) => name),
  }
}

/**
 * What a participant would call different, gravest first. Undefined when nobody would notice. Who speaks is not in it: another
 * name is no reason to ask a calendar again, and the speakers themselves hear of it by their own mail.
 */
export function changeBetween(
  before: SessionFacts,
  after: SessionFacts,
): Extract<SessionChange, { kind: 'changed' }> | undefined {
  const all: CalendarChange[] = [
    ...(sameMoment(before, after) ? [] : (['time'] as const)),
    ...(samePlace(before, after) ? [] : (['place'] as const)),
    ...(sameText(before, after) ? [] : (['text'] as const)),
  ]
  const [what] = all
  return what === undefined ? undefined : { kind: 'changed', what, all, old: before, asksAgain: asksAgain(all) }
}

/**
 * SEQUENCE and rsvp epoch after the change (RFC 5546 §2.1.4): a new time or place raises SEQUENCE, only a new time asks
 * again, every CANCEL raises SEQUENCE, and telling people about a better sentence leaves it as it is.
 */
export function versionAfter(version: CalendarVersion, change: SessionChange): CalendarVersion {
  switch (change.kind) {
    case 'published':
      return version
    case 'changed':
      return versionAfterChange(version, change.all)
    case 'cancelled':
      return versionAfterCancel(version)
  }
}

/**
 * SEQUENCE when an evening is offered or published. From option to firm it is the same entry with another STATUS; a draft that was in calendars before asks
 * everybody again, above the CANCEL that took it out.
 */
export function versionAfterOpening(session: CalendarVersion & Pick<BriefingSession, 'status'>): CalendarVersion {
  if (session.status === 'option') return versionAfterConfirmation(session)
  return session.sequence > 0 ? versionAfterRevival(session) : session
}

/** Time and place are always told. A better text is told only when staff say so: Outlook asks people to answer every update again. */
export function isAlwaysTold(change: SessionChange): boolean {
  return change.kind !== 'changed' || change.what !== 'text'
}

function sameMoment(before: SessionFacts, after: SessionFacts): boolean {
  return before.start.equals(after.start) && before.end.equals(after.end)
}

function samePlace(before: SessionFacts, after: SessionFacts): boolean {
  return before.location === after.location && (before.onlineUrl ?? '') === (after.onlineUrl ?? '')
}

function sameText(before: SessionFacts, after: SessionFacts): boolean {
  const textOf = ({ title, explanation, programme }: SessionFacts) => JSON.stringify([title, explanation, programme])
  return textOf(before) === textOf(after)
}
