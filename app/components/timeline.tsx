import type { ReactNode } from 'react'

export type TimelineEvent = {
  key: string
  what: ReactNode
  who?: ReactNode
  /** A <time>, from SessionTime or Moment. */
  when?: ReactNode
  details?: ReactNode
  /** Still to come: drawn open, and said so. */
  isAhead?: boolean
}

type TimelineProps = { title: string; events: readonly TimelineEvent[] }

/** What happened, in order, with who and when; and what is still to come. */
export function Timeline({ title, events }: TimelineProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ol className="timeline">
        {events.map((event) => (
          <li key={event.key} className={event.isAhead ? 'is-ahead' : undefined}>
            <p className="timeline-what">
              {event.isAhead && <span className="visually-hidden">Nog te doen: </span>}
              {event.what}
            </p>
            {(event.when || event.who) && (
              <p className="quiet">
                {event.when}
                {event.when && event.who && ', '}
                {event.who}
              </p>
            )}
            {event.details}
          </li>
        ))}
      </ol>
    </section>
  )
}
