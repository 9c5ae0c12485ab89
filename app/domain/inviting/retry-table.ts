const minute = 60
const hour = 60 * minute

/** Waiting times after each attempt that may be made again, in seconds; the last one repeats. */
const waits = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour] as const

/** Mail that has not left after this long is given up. */
const giveUpAfter = Temporal.Duration.from({ hours: 48 })

/** What was posted before this moment is given up. */
export function newsSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract(giveUpAfter)
}

const mostRepeats = 2

export type Attempted = {
  /** Attempts so far, the last one included. */
  attempts: number
  createdAt: Temporal.Instant
  /** Mail about an evening is pointless once it began. */
  sessionStart: Temporal.Instant | undefined
}

/** When a mail that the server did not take goes again: 1, 5, 15 minutes, 1, 3, 6 hours … Undefined to give up. */
export function nextAttempt({ attempts, createdAt, sessionStart }: Attempted, now: Temporal.Instant) {
  const next = now.add({ seconds: waits[Math.min(attempts, waits.length) - 1] ?? minute })
  const until = earliest(createdAt.add(giveUpAfter), sessionStart)
  return Temporal.Instant.compare(next, until) < 0 ? next : undefined
}

/**
 * When a mail of unknown fate goes again, with the same bytes; at most twice. Undefined to give up. The wait is long enough for a server to have
 * delivered what it took, so that a repeat is recognised as one.
 */
export function nextAfterDoubt(
  doubts: number,
  wait: Temporal.Duration,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  return doubts > mostRepeats ? undefined : now.add(wait)
}

function earliest(one: Temporal.Instant, other: Temporal.Instant | undefined): Temporal.Instant {
  return other !== undefined && Temporal.Instant.compare(other, one) < 0 ? other : one
}
