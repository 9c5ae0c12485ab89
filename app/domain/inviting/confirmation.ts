/** How long somebody may take to say whether an answer was hers; an evening that ended needs no answer. */
const confirmationLifetime = Temporal.Duration.from({ hours: 7 * 24 })

export function confirmationEnd({ end }: { end: Temporal.Instant }, now: Temporal.Instant): Temporal.Instant {
  const latest = now.add(confirmationLifetime)
  return Temporal.Instant.compare(end, latest) < 0 ? end : latest
}

/** Why a confirmed answer changes nothing, as the address of the page says it. */
export const confirmOutcomeWords = { earlierVersion: 'tijd', olderThanLast: 'later' } as const
