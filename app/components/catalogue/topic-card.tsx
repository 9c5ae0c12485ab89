import type { ReactNode } from 'react'
import { TopicIcon } from './topic-icon.tsx'

type TopicCardProps = {
  topic: string
  title: string
  href: string
  children: ReactNode
  /** Why it concerns this council, or how long it takes. */
  note?: ReactNode
  headingLevel?: 2 | 3
}

/** A topic to choose. The whole card is the link; the link's name is its title. Place it in an <li> of a "grid". */
export function TopicCard({ topic, title, href, children, note, headingLevel = 3 }: TopicCardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <article className="card topic-card">
      <TopicIcon topic={topic} />
      <Heading>
        <a className="card-link" href={href}>
          {title}
        </a>
      </Heading>
      <p>{children}</p>
      {note && <p className="quiet card-note">{note}</p>}
    </article>
  )
}
