import { PARTIES } from '#app/domain/catalogue/offer.ts'
import type { TailoredTopic } from '#app/domain/catalogue/tailor-catalogue.ts'
import { RoleCards } from './role-cards.tsx'
import { SourceMark } from './source-mark.tsx'
import { TopicIcon } from './topic-icon.tsx'

type TailoredTopicSectionProps = { tailored: TailoredTopic; municipalitySlug: string }

/** One topic as it concerns one municipality: why, what is going on in its region, and who does what (folded away until asked for). */
export function TailoredTopicSection({ tailored, municipalitySlug }: TailoredTopicSectionProps) {
  const { topic, points, why, waterAuthorities } = tailored
  const cards = PARTIES.flatMap((party) => topic.roleCards.filter((card) => card.party === party))
  return (
    <article className="topic-section" aria-labelledby={`onderwerp-${topic.id}`}>
      <h3 id={`onderwerp-${topic.id}`}>
        <TopicIcon topic={topic.id} /> {topic.title}
      </h3>
      <p className="meta">
        {topic.minutesShort} of {topic.minutesStandard} minuten
        {topic.mayBeConfidential && ', kan ook besloten'}
      </p>
      <p>{topic.summary.text}</p>
      {points.length > 0 && (
        <div className="regional-points">
          <h4>Dit speelt in uw regio</h4>
          <ul>
            {points.map((point) => (
              <li key={point.text}>
                {point.text}
                {!point.isOwnRegion && ` (${point.region.name})`}
                <SourceMark source={point.source} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {points.length === 0 && waterAuthorities.length > 0 && <p>{why.join(' ')}</p>}
      <details>
        <summary>Wie doet wat bij {topic.title.toLowerCase().replace(/\?$/, '')}</summary>
        <RoleCards cards={cards} />
      </details>
      <p>
        <a href={`/aanvragen?gemeente=${municipalitySlug}&onderwerp=${topic.id}`}>
          Aanvragen met dit onderwerp<span className="visually-hidden">: {topic.title}</span>
        </a>
      </p>
    </article>
  )
}
