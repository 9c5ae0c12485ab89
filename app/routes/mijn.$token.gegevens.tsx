import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ButtonLink } from '#app/components/button-link.tsx'
import { DefinitionList } from '#app/components/definition-list.tsx'
import { PageLayout } from '#app/components/page-layout.tsx'
import { SessionTime } from '#app/components/session-time.tsx'
import { facilityWords, participantRoleWords, placeWords } from '#app/domain/attending/registration.ts'
import { answerWords } from '#app/domain/inviting/answer.ts'
import { usePageData } from '#app/page-data.ts'
import { requirePerson } from '#app/personal-link.server.ts'
import { listOwnEvenings } from '#db/attending/participants.ts'

export const meta: MetaFunction = () => [
  { title: 'Uw gegevens - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { personId, name, address, token } = await requirePerson(args)
  const evenings = await listOwnEvenings(args.context.db, personId)
  return { name, address, token, evenings, retentionDays: args.context.env.RETENTION_REGISTRATION_DAYS }
}

export default function OwnDataPage() {
  const { name, address, token, evenings, retentionDays } = usePageData<typeof loader>()
  return (
    <PageLayout>
      <Breadcrumbs crumbs={[{ href: `/mijn/${token}`, text: 'Uw bijeenkomsten' }]} />
      <h1>Uw gegevens</h1>
      <p className="lead">
        Dit is alles wat wij over u bewaren. {retentionDays} dagen na een bijeenkomst wissen wij het.
      </p>
      <DefinitionList
        rows={[
          { key: 'name', term: 'Naam', value: name },
          { key: 'address', term: 'E-mailadres', value: address ?? 'niet bekend' },
        ]}
      />
      {evenings.map((evening) => (
        <section key={evening.registrationId}>
          <h2>{evening.title}</h2>
          <DefinitionList
            rows={[
              { key: 'when', term: 'Wanneer', value: <SessionTime start={evening.start} end={evening.end} /> },
              { key: 'role', term: 'Rol', value: `${participantRoleWords[evening.role]}, ${evening.municipalityName}` },
              { key: 'place', term: 'Plaats', value: placeWords[evening.place] },
              { key: 'answer', term: 'Antwoord', value: answerWords[evening.answer] },
              { key: 'facility', term: 'Nodig', value: evening.facility ? facilityWords(evening.facility) : 'Niets' },
              { key: 'question', term: 'Vraag vooraf', value: evening.question ?? 'Geen' },
            ]}
          />
        </section>
      ))}
      <h2>Meenemen of wissen</h2>
      <div className="actions">
        <ButtonLink kind="secondary" href={`/mijn/${token}/gegevens.json`}>
          Gegevens downloaden (JSON)
        </ButtonLink>
        <ButtonLink kind="secondary" href={`/mijn/${token}/gegevens/wissen`}>
          Gegevens wissen
        </ButtonLink>
      </div>
    </PageLayout>
  )
}
