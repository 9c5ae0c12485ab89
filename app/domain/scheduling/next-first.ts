/** Evenings as somebody looks for them: what is still to come, the nearest first, and below that what has been, the latest first. */
export function nextFirst<Evening extends { start: Temporal.Instant; end: Temporal.Instant }>(
  evenings: readonly Evening[],
  now: Temporal.Instant,
): Evening[] {
  const hasBeen = ({ end }: Evening) => Temporal.Instant.compare(end, now) <= 0
  const earlier = (one: Evening, other: Evening) => Temporal.Instant.compare(one.start, other.start)
  return [
    ...evenings.filter((each) => !hasBeen(each)).sort(earlier),
    ...evenings.filter(hasBeen).sort((one, other) => earlier(other, one)),
  ]
}
