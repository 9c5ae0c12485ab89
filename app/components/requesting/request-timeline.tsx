import { Timeline } from '../timeline.tsx'

type RequestTimelineProps = {
  events: readonly { key: string; what: string; who: string; at: string; when: string; reason: string | undefined }[]
}

/** What happened to a request, in words, oldest first. */
export function RequestTimeline({ events }: RequestTimelineProps) {
  return (
    <Timeline
      title="Wat er is gebeurd"
      events={events.map(({ key, what, who, at, when, reason }) => ({
        key,
        what,
        who,
        when: <time dateTime={at}>{when}</time>,
        details: reason && <p>{reason}</p>,
      }))}
    />
  )
}
