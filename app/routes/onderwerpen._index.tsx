import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormatList } from '#app/components/catalogue/format-list.tsx'
import { TopicCard } from '#app/components/catalogue/topic-card.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { publicPageHeaders } from '#app/web/public-page.ts'
import { listSessionFormats, listTopics } from '#db/catalogue/offer.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction = () => [{ title: 'Onderwerpen - Raadsbriefing' }]

export async function loader({ context: { db } }: LoaderFunctionArgs) {
  const [topics, formats] = await Promise.all([listTopics(db), listSessionFormats(db)])
  return {
    formats,
    topics: topics.map(({ id, title, summary, minutesShort, minutesStandard }) => ({
      id,
      title,
      summary: summary.text,
      minutesShort,
      minutesStandard,
    })),
  }
}

export default function Topics() {
  const { topics, formats } = useLoaderData<typeof loader>()
  return (
    <PageLayout>
      <h1>Onderwerpen</h1>
      <p className="lead">Over deze onderwerpen vertelt de provincie uw raad graag meer. U kiest er een tot vier.</p>
      <ul className="grid">
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicCard
              topic={topic.id}
              title={topic.title}
              href={`/onderwerpen/${topic.id}`}
              note={`${topic.minutesShort} of ${topic.minutesStandard} minuten`}
              headingLevel={2}
            >
              {topic.summary}
            </TopicCard>
          </li>
        ))}
      </ul>
      <h2>Hoe lang duurt het?</h2>
      <FormatList formats={formats} />
    </PageLayout>
  )
}
