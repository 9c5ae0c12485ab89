/**
 * The life of one evening in other people's calendars (RFC 5546 §2.1). The UID stays for life; what changes is the SEQUENCE,
 * and the rsvp epoch: the SEQUENCE of the last change after which everybody is asked again.
 */
export type CalendarVersion = { sequence: number; rsvpEpoch: number }

export type CalendarChange = 'time' | 'place' | 'text'

/** A new time asks everybody again; a new room or text keeps the answers. */
export function asksAgain(changes: readonly CalendarChange[]): boolean {
  return changes.includes('time')
}

/**
 * RFC 5546 §2.1.4: SEQUENCE rises when a participant may have to decide again. Time does; place counts as well, because it
 * can make attending impossible; a better sentence does not, so that calendars do not ask for nothing.
 */
export function versionAfterChange(version: CalendarVersion, changes: readonly CalendarChange[]): CalendarVersion {
  if (!changes.includes('time') && !changes.includes('place')) return version
  const sequence = version.sequence + 1
  return { sequence, rsvpEpoch: asksAgain(changes) ? sequence : version.rsvpEpoch }
}

/** Every CANCEL rises, for the whole evening and for one person alike: an equal SEQUENCE is ignored by some calendars. */
export function versionAfterCancel(version: CalendarVersion): CalendarVersion {
  return { sequence: version.sequence + 1, rsvpEpoch: version.rsvpEpoch }
}

/** From option to firm: the same entry, other STATUS. Whoever held the option is not asked again. */
export function versionAfterConfirmation(version: CalendarVersion): CalendarVersion {
  return { sequence: version.sequence + 1, rsvpEpoch: version.rsvpEpoch }
}

/** An evening that was called off and is on again asks everybody again, above the SEQUENCE of its CANCEL. */
export function versionAfterRevival(version: CalendarVersion): CalendarVersion {
  return { sequence: version.sequence + 1, rsvpEpoch: version.sequence + 1 }
}

/** An answer to a version from before the last change of time answers a question nobody asks any more. */
export function answersEarlierVersion(answeredSequence: number, version: CalendarVersion): boolean {
  return answeredSequence < version.rsvpEpoch
}

/**
 * DTSTAMP is whole seconds and strictly rising per evening and person: with an equal SEQUENCE it decides which copy is the
 * newest (RFC 5546 §2.1.5).
 */
export function stampAfter(last: Temporal.Instant | null | undefined, now: Temporal.Instant): Temporal.Instant {
  const stamp = now.round({ smallestUnit: 'second', roundingMode: 'floor' })
  if (!last || Temporal.Instant.compare(stamp, last) > 0) return stamp
  return last.round({ smallestUnit: 'second', roundingMode: 'floor' }).add({ seconds: 1 })
}

export type CalendarAnswer = 'none' | 'yes' | 'maybe' | 'no'
export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'

const partstats: Record<CalendarAnswer, Partstat> = {
  none: 'NEEDS-ACTION',
  yes: 'ACCEPTED',
  maybe: 'TENTATIVE',
  no: 'DECLINED',
}

export function partstatOf(answer: CalendarAnswer): Partstat {
  return partstats[answer]
}

/** @param uuid a random version 4 UUID: that nobody can guess it is part of how a reply is trusted. */
export function eventUid(uuid: string, mailDomain: string): string {
  return `${uuid}@${mailDomain}`
}

/** Subscribed copies carry another UID, so that a feed is never taken for the invitation itself. */
export function feedUid(uuid: string, mailDomain: string): string {
  return `feed-${uuid}@${mailDomain}`
}

/**
 * The same change to the same person gives the same Message-ID; a resend on request adds its turn.
 * @param kind the mail kind, letters and hyphens
 */
export function calendarMessageId(message: {
  uid: string
  sequence: number
  kind: string
  personId: string
  turn?: number
  mailDomain: string
}): string {
  const turn = message.turn ? `.r${message.turn}` : ''
  return `<${message.uid.slice(0, 8)}.s${message.sequence}.${message.kind}.${message.personId}${turn}@${message.mailDomain}>`
}
