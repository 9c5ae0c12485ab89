/** How long something waits, as people say it: "4 dagen", "3 uur", "nu net". */
export function waitingWords(since: Temporal.Instant, now: Temporal.Instant): string {
  const hours = Math.floor((now.epochMilliseconds - since.epochMilliseconds) / 3_600_000)
  if (hours < 1) return 'nu net'
  if (hours < 24) return `${hours} uur`
  const days = Math.floor(hours / 24)
  return days === 1 ? '1 dag' : `${days} dagen`
}
