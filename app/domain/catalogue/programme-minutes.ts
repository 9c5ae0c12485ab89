import type { Topic } from './offer.ts'

type TopicLength = Pick<Topic, 'id' | 'minutesShort' | 'minutesStandard'>

export type ProgrammePart = { topicId: string; minutes: number }

/** In minutes: the shortest part of a programme. The database refuses less as well (briefing_request_topic.minutes). */
export const SHORTEST_PART = 15

/** The minutes of all parts together. */
export function programmeMinutes(parts: readonly { minutes: number }[]): number {
  return parts.reduce((total, { minutes }) => total + minutes, 0)
}

/** Minutes left in the format, negative when the programme is too long. */
export function minutesLeft(parts: readonly { minutes: number }[], formatMinutes: number): number {
  return formatMinutes - programmeMinutes(parts)
}

/**
 * Minutes for each chosen topic, in the order chosen: the standard length where all fit, else the short length, else the
 * format shared out in proportion to the short lengths, in steps of five minutes and never below SHORTEST_PART. Only with
 * more topics than formatMinutes / SHORTEST_PART the total is longer than the format.
 */
export function suggestMinutes(topics: readonly TopicLength[], formatMinutes: number): ProgrammePart[] {
  const standard = topics.map(({ id, minutesStandard }) => ({ topicId: id, minutes: minutesStandard }))
  if (minutesLeft(standard, formatMinutes) >= 0) return standard
  const short = topics.map(({ id, minutesShort }) => ({ topicId: id, minutes: minutesShort }))
  if (minutesLeft(short, formatMinutes) >= 0) return short
  return shareOut(short, formatMinutes)
}

function shareOut(parts: readonly ProgrammePart[], formatMinutes: number): ProgrammePart[] {
  const total = programmeMinutes(parts)
  const shared = parts.map(({ topicId, minutes }) => ({
    topicId,
    minutes: Math.max(SHORTEST_PART, downToFive((minutes * formatMinutes) / total)),
  }))
  // The floor of SHORTEST_PART can push the total over the format: take it from the longest parts.
  while (minutesLeft(shared, formatMinutes) < 0) {
    const longest = shared.reduce((one, other) => (other.minutes > one.minutes ? other : one))
    if (longest.minutes <= SHORTEST_PART) break
    longest.minutes = Math.max(SHORTEST_PART, longest.minutes - 5)
  }
  return shared
}

function downToFive(minutes: number): number {
  return Math.floor(minutes / 5) * 5
}

/** "95 minuten" */
export function formatMinutes(minutes: number): string {
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`
}

/** "nog 25 minuten over", "dat past precies", "35 minuten te lang": what the running clock says beside the total. */
export function describeMinutesLeft(left: number): string {
  if (left === 0) return 'dat past precies'
  return left > 0 ? `nog ${formatMinutes(left)} over` : `${formatMinutes(-left)} te lang`
}
