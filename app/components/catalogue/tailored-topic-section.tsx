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
      <div>
        <h3 id={`onderwerp-${topic.id}`}>
          <TopicIcon topic={topic.id} /> {topic.title}
        </h3>
        <p className="meta">
          {topic.minutesShort} of {topic.minutesStandard} minuten
          {topic.mayBeConfidential && ', kan ook besloten'}
        </p>
        <p>{topic.summary.text}</p>
        {points.length === 0 && waterAuthorities.length > 0 && <p>{why.join(' ')}</p>}
        <p>
          <a href={`/aanvragen?gemeente=${municipalitySlug}&onderwerp=${topic.id}`}>
            Aanvragen met dit onderwerp<span className="visually-hidden"> {topic.title}</span>
          </a>
        </p>
      </div>
      <RegionalPoints points={points} />
      <details>
        <summary>
          Wie doet wat?<span className="visually-hidden"> {topic.title}</span>
        </summary>
        <RoleCards cards={cards} />
      </details>
    </article>
  )
}

/** What is going on in the region. Where every point comes from the same place, that is said once. */
function RegionalPoints({ points }: Pick<TailoredTopic, 'points'>) {
  const [first] = points
  if (first === undefined) return null
  const isOneSource = points.every(({ source }) => source === first.source)
  return (
    <div className="regional-points">
      <h4>Dit speelt in uw regio</h4>
      <ul>
        {points.map((point) => (
          <li key={point.text}>
            {point.text}
            {!point.isOwnRegion && ` (${point.region.name})`}
            {!isOneSource && <SourceMark source={point.source} />}
          </li>
        ))}
      </ul>
      {isOneSource && <SourceMark source={first.source} />}
    </div>
  )
}
