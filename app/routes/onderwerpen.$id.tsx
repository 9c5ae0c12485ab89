import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RoleCards } from '#app/components/catalogue/role-cards.tsx'
import { SourceMark } from '#app/components/catalogue/source-mark.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { PARTIES } from '#app/domain/catalogue/offer.ts'
import { publicPageHeaders } from '#app/web/public-page.ts'
import { findTopic, listSupportOffers } from '#db/catalogue/offer.ts'
import { listRegions } from '#db/catalogue/places.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.topic.title ?? 'Onderwerp'} - Raadsbriefing` },
]

export async function loader({ params, context: { db, now } }: LoaderFunctionArgs) {
  const topic = await findTopic(db, params.id ?? '')
  if (!topic) throw new Response(null, { status: 404 })
  const [regions, support] = await Promise.all([listRegions(db, dateInAmsterdam(now())), listSupportOffers(db)])
  return {
    topic,
    cards: PARTIES.flatMap((party) => topic.roleCards.filter((card) => card.party === party)),
    regions: regions
      .map(({ id, name }) => ({ id, name, points: topic.regionalPoints.filter((point) => point.regionId === id) }))
      .filter((region) => region.points.length > 0),
    support: support.filter((offer) => topic.supportIds.includes(offer.id)),
  }
}

export default function TopicPage() {
  const { topic, cards, regions, support } = useLoaderData<typeof loader>()
  return (
    <PageLayout>
      <p className="kicker">
        <a href="/onderwerpen">Onderwerpen</a>
      </p>
      <h1>{topic.title}</h1>
      <p className="lead">{topic.summary.text}</p>
      <SourceMark source={topic.summary.source} />
      <p className="meta">
        Duurt {topic.minutesShort} of {topic.minutesStandard} minuten
        {topic.mayBeConfidential && '. Dit kan ook besloten'}.
      </p>
      <p>
        <ButtonLink href={`/aanvragen?onderwerp=${topic.id}`}>Briefing over dit onderwerp aanvragen</ButtonLink>
      </p>
      <h2>Wie doet wat?</h2>
      <RoleCards cards={cards} />
      {regions.length > 0 && (
        <>
          <h2>Dit speelt per regio</h2>
          {regions.map((region) => (
            <section key={region.id} aria-labelledby={`regio-${region.id}`}>
              <h3 id={`regio-${region.id}`}>{region.name}</h3>
              <ul>
                {region.points.map((point) => (
                  <li key={point.text}>
                    {point.text} <SourceMark source={point.source} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      <h2>Vragen die uw raad kan stellen</h2>
      <ul>
        {topic.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      {support.length > 0 && (
        <>
          <h2>Hulp van de provincie</h2>
          <ul>
            {support.map((offer) => (
              <li key={offer.id}>
                <strong>{offer.title}.</strong> {offer.text}{' '}
                {offer.link && <a href={offer.link}>Actueel overzicht op de site van de provincie</a>}
              </li>
            ))}
          </ul>
        </>
      )}
    </PageLayout>
  )
}
