import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type Column, DataTable } from '#app/components/page/data-table.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { SessionTime } from '#app/components/scheduling/session-time.tsx'
import { hasLeft, placeWords } from '#app/domain/attending/registration.ts'
import { answerWords } from '#app/domain/inviting/answer.ts'
import { capacityWords, engagedAnswerWords } from '#app/domain/inviting/engagement.ts'
import { nextFirst } from '#app/domain/scheduling/next-first.ts'
import { requirePerson } from '#app/pages/access/personal-link.server.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listOwnEngagements, listOwnEvenings, type OwnEngagement, type OwnEvening } from '#db/attending/participants.ts'

export const meta: MetaFunction = () => [
  { title: 'Uw bijeenkomsten - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { personId, name, token } = await requirePerson(args)
  const { db, now } = args.context
  const evenings = nextFirst(await listOwnEvenings(db, personId), now())
  const engagements = nextFirst(await listOwnEngagements(db, personId), now())
  return { name, token, evenings, engagements }
}

export default function OwnEveningsPage() {
  const { name, token, evenings, engagements } = usePageData<typeof loader>()
  const columns: Column<OwnEvening>[] = [
    {
      key: 'title',
      header: 'Bijeenkomst',
      cell: ({ briefingSessionId, title }) => <a href={`/mijn/${token}/bijeenkomst/${briefingSessionId}`}>{title}</a>,
    },
    { key: 'when', header: 'Wanneer', cell: ({ start, end }) => <SessionTime start={start} end={end} /> },
    { key: 'answer', header: 'Uw antwoord', cell: inWords },
  ]
  return (
    <PageLayout>
      <h1>Uw bijeenkomsten</h1>
      <p className="lead">Dag {name}. Hier ziet u uw bijeenkomsten. Deze pagina is alleen voor u.</p>
      {engagements.length > 0 && (
        <DataTable
          caption="Bijeenkomsten waarvoor wij u vragen"
          isSection
          columns={[
            {
              key: 'title',
              header: 'Bijeenkomst',
              cell: ({ briefingSessionId, title }) => (
                <a href={`/mijn/${token}/afspraak/${briefingSessionId}`}>{title}</a>
              ),
            },
            { key: 'when', header: 'Wanneer', cell: ({ start, end }) => <SessionTime start={start} end={end} /> },
            { key: 'as', header: 'Als', cell: ({ capacity }) => capacityWords[capacity] },
            { key: 'answer', header: 'Uw antwoord', cell: engagedInWords },
          ]}
          rows={engagements}
          rowKey={({ engagementId }) => engagementId}
        />
      )}
      <DataTable
        caption="Bijeenkomsten waarvoor u zich aanmeldde"
        isSection
        columns={columns}
        rows={evenings}
        rowKey={({ registrationId }) => registrationId}
        empty={
          engagements.length > 0 ? (
            <p>U bent zelf nergens voor aangemeld.</p>
          ) : (
            <EmptyState title="Nog geen bijeenkomsten">
              Meldt u zich aan met de link van uw griffie, dan ziet u de bijeenkomst hier.
            </EmptyState>
          )
        }
      />
      <p>
        <a href={`/mijn/${token}/agenda`}>Zet deze bijeenkomsten in uw agenda</a>
      </p>
      <p>
        <a href={`/mijn/${token}/gegevens`}>Uw gegevens bekijken, downloaden of wissen</a>
      </p>
    </PageLayout>
  )
}

function engagedInWords({ status, isLive, capacity, answer }: OwnEngagement): string {
  if (status === 'cancelled') return 'gaat niet door'
  return isLive ? engagedAnswerWords(capacity, answer) : 'vervallen'
}

function inWords({ status, place, answer }: OwnEvening): string {
  if (status === 'cancelled') return 'gaat niet door'
  if (hasLeft(place) || place === 'waiting' || place === 'attended' || place === 'missed') return placeWords[place]
  return answer === 'none' ? 'nog niet geantwoord' : answerWords[answer]
}
