/** How often one council's members are asked about one evening, besides what the calendar does. */
const mostCouncilReminders = 2

const hoursBetween = 24

/** Who had mail about the evening since then is left alone this time. */
export function mailedLongEnoughAgo(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: hoursBetween })
}

/** Members of one council who have a seat and have not answered: how many get a mail, and how many not and why. */
export type SilentMembers = {
  mailed: number
  stopped: number
  unreachable: number
  recentlyMailed: number
}

export type CouncilReminding = {
  councilId: string
  municipalityName: string
  /** When it was done before, the earliest first. */
  done: readonly Temporal.Instant[]
  /** Why it cannot be done now, whoever is silent. */
  refused: 'twice' | 'tooSoon' | undefined
  silent: SilentMembers
}

/** At most twice, and not twice within a day: by a council's own office and by the province together. */
export function remindingRefused(
  done: readonly Temporal.Instant[],
  now: Temporal.Instant,
): CouncilReminding['refused'] {
  if (done.length >= mostCouncilReminders) return 'twice'
  const last = done.at(-1)
  return last !== undefined && Temporal.Instant.compare(now, nextMoment(last)) < 0 ? 'tooSoon' : undefined
}

/** From when it may be done once more. */
export function nextMoment(last: Temporal.Instant): Temporal.Instant {
  return last.add({ hours: hoursBetween })
}
