type TimelineEvent = {
  key: string
  what: string
  /** Undefined when the portal did it by itself. */
  who: string | undefined
  /** ISO 8601 with offset, and the same in words. */
  at: string
  when: string
  reason: string | undefined
}

/** What happened to a request or an evening, with who and when, for whoever reads it. The reads give the newest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const title = 'Wat er is gebeurd'
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol className="timeline">
        {events.map(({ key, what, who, at, when, reason }) => (
          <li key={key}>
            <p className="timeline-what">{what}</p>
            <p className="quiet">
              <time dateTime={at}>{when}</time>
              {who && `, ${who}`}
            </p>
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
