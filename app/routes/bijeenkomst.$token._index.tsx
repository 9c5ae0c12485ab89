import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { WhoSeesWhat } from '#app/components/attending/who-sees-what.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { EveningFacts } from '#app/components/scheduling/evening-facts.tsx'
import { ProgrammeBar } from '#app/components/scheduling/programme-bar.tsx'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import { placesInWords, requireCouncilEvening } from '#app/pages/attending/council-link.server.ts'
import { whyItConcernsCouncils } from '#app/use-cases/scheduling/why-it-concerns-councils.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.session.title ?? 'Bijeenkomst'}, raad van ${data?.municipalityName ?? ''} - Raadsbriefing` },
  // A council's own link is for that council; search engines have no business here.
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, env, site, now } = args.context
  const { session, council, linkToken, left, closed } = await requireCouncilEvening(args)
  const why = await whyItConcernsCouncils(db, session, dateInAmsterdam(now()))
  return {
    session,
    linkToken,
    address: `${site.baseUrl}/bijeenkomst/${linkToken}`,
    municipalityName: council.municipalityName,
    whyItConcerns: why.get(council.councilId) ?? '',
    places: placesInWords(left),
    isFull: left === 0,
    closed,
    retentionDays: env.RETENTION_REGISTRATION_DAYS,
  }
}

export default function CouncilEveningPage() {
  const { session, linkToken, address, municipalityName, whyItConcerns, places, isFull, closed, retentionDays } =
    usePageData<typeof loader>()
  const register = closed === undefined && (
    <p>
      <ButtonLink href={`/bijeenkomst/${linkToken}/aanmelden`}>
        {isFull ? 'Aanmelden voor de wachtlijst' : 'Aanmelden'}
      </ButtonLink>
    </p>
  )
  return (
    <PageLayout>
      <p className="kicker">Briefing van de provincie voor de raad van {municipalityName}</p>
      <h1>{session.title}</h1>
      {closed === 'cancelled' && (
        <Notice kind="warning" title="Deze bijeenkomst gaat niet door">
          <p>{session.cancelReason}</p>
        </Notice>
      )}
      {closed === 'held' && (
        <Notice title="Deze bijeenkomst is geweest">
          <p>Aanmelden kan niet meer.</p>
        </Notice>
      )}
      {session.explanation && <p className="lead">{session.explanation}</p>}
      <EveningFacts
        session={session}
        showsOnlineLink={false}
        {...(closed ? {} : { places, asksNeeds: 'atRegistration' })}
      />
      {register}
      {register && <p className="only-on-paper">Aanmelden kan op {address}</p>}
      {closed !== 'held' && (
        <p>
          <a href={`/bijeenkomst/${linkToken}/agenda.ics`}>
            {closed === 'cancelled'
              ? 'Download de afzegging, als u de bijeenkomst zelf in uw agenda zette'
              : 'Download voor uw agenda (zonder aanmelden)'}
          </a>
        </p>
      )}
      {whyItConcerns && (
        <section aria-labelledby="waarom">
          <h2 id="waarom">Waarom dit {municipalityName} aangaat</h2>
          <p>{whyItConcerns}</p>
        </section>
      )}
      <section aria-labelledby="programma">
        <h2 id="programma">Programma</h2>
        <ProgrammeBar blocks={session.programme.map((block) => ({ key: String(block.position), ...block }))} />
        {session.speakers.length > 0 && (
          <p>
            Met{' '}
            {session.speakers
              .map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', '))
              .join('; ')}
            .
          </p>
        )}
      </section>
      {closed === undefined && (
        <>
          <WhoSeesWhat municipalityName={municipalityName} retentionDays={retentionDays} />
          {register}
        </>
      )}
    </PageLayout>
  )
}
