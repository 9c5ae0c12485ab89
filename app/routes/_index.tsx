import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RegionLists } from '#app/components/catalogue/region-lists.tsx'
import { SeatPlan } from '#app/components/catalogue/seat-plan.tsx'
import { TileMap } from '#app/components/catalogue/tile-map.tsx'
import { TopicCard } from '#app/components/catalogue/topic-card.tsx'
import { SearchBox } from '#app/components/form/search-box.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { Hero } from '#app/components/page/hero.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { publicPageHeaders } from '#app/web/public-page.ts'
import { listTopics } from '#db/catalogue/offer.ts'
import { listRegions, listTiles } from '#db/catalogue/places.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction = () => [
  { title: 'Raadsbriefing: de provincie komt naar uw gemeenteraad' },
  {
    name: 'description',
    content: 'Vraag een briefing van de provincie Zuid-Holland aan, op maat voor uw gemeenteraad of regio.',
  },
]

export async function loader({ context: { db, now } }: LoaderFunctionArgs) {
  const today = dateInAmsterdam(now())
  const [tiles, regions, topics] = await Promise.all([listTiles(db, today), listRegions(db, today), listTopics(db)])
  return {
    tiles: tiles.map((tile) => ({ ...tile, regionKey: tile.regionId ?? '' })),
    regions,
    topics: topics.map(({ id, title, summary, minutesShort, minutesStandard }) => ({
      id,
      title,
      summary: summary.text,
      minutesShort,
      minutesStandard,
    })),
  }
}

export default function Home() {
  const { tiles, regions, topics } = useLoaderData<typeof loader>()
  return (
    <PageLayout
      hero={
        <Hero
          title="De provincie komt graag naar uw gemeenteraad"
          picture={<SeatPlan seats={31} />}
          lead="Wat speelt er in uw gemeente en wie gaat waarover? De provincie Zuid-Holland legt het uw raad uit, op maat per gemeente of regio. De griffie vraagt aan, wij maken het programma."
        >
          <SearchBox action="/gemeenten" label="Zoek uw gemeente" hint="Bijvoorbeeld Leiderdorp" />
        </Hero>
      }
    >
      <section aria-labelledby="zo-werkt-het">
        <h2 id="zo-werkt-het">Zo werkt het</h2>
        <ol className="steps">
          <li>
            <h3>De griffie vraagt aan</h3>
            <p>Alleen of samen met buurgemeenten. U kiest een tot vier onderwerpen en zegt op welke avonden het kan.</p>
          </li>
          <li>
            <h3>De provincie maakt het programma</h3>
            <p>Met sprekers, een zaal en een avond waarop uw raad niet vergadert. U hoort steeds wie aan zet is.</p>
          </li>
          <li>
            <h3>Raadsleden melden zich aan</h3>
            <p>Zij krijgen een uitnodiging in hun eigen agenda en antwoorden met één druk op de knop.</p>
          </li>
        </ol>
        <p>
          <ButtonLink href="/aanvragen">Briefing aanvragen</ButtonLink>
        </p>
      </section>
      <section aria-labelledby="gemeenten">
        <h2 id="gemeenten">Kies uw gemeente</h2>
        <p>U ziet dan welke onderwerpen in uw regio spelen.</p>
        <TileMap tiles={tiles} title="Elk vakje is een gemeente, ongeveer zoals op de kaart" />
        <RegionLists regions={regions} municipalities={tiles} />
      </section>
      <section aria-labelledby="onderwerpen">
        <h2 id="onderwerpen">Waar kan het over gaan?</h2>
        <ul className="grid">
          {topics.map((topic) => (
            <li key={topic.id}>
              <TopicCard
                topic={topic.id}
                title={topic.title}
                href={`/onderwerpen/${topic.id}`}
                note={`${topic.minutesShort} of ${topic.minutesStandard} minuten`}
              >
                {topic.summary}
              </TopicCard>
            </li>
          ))}
        </ul>
      </section>
    </PageLayout>
  )
}
