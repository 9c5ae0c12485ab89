import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormatList } from '#app/components/catalogue/format-list.tsx'
import { SeatPlan } from '#app/components/catalogue/seat-plan.tsx'
import { TailoredTopicSection } from '#app/components/catalogue/tailored-topic-section.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { EmptyState } from '#app/components/page/empty-state.tsx'
import { Hero } from '#app/components/page/hero.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { WholeNumbers } from '#app/components/page/whole-numbers.tsx'
import { UpcomingEvenings } from '#app/components/scheduling/upcoming-evenings.tsx'
import { dateInAmsterdam, formatSessionTime, isoWithOffset } from '#app/domain/calendar-text.ts'
import { councilsOf, joinNames } from '#app/domain/catalogue/join-names.ts'
import { type Certainty, regionInSentence } from '#app/domain/catalogue/place.ts'
import { tailorCatalogue } from '#app/domain/catalogue/tailor-catalogue.ts'
import { publicPageHeaders } from '#app/web/public-page.ts'
import { findLetterForRegion, listSessionFormats, listTopics } from '#db/catalogue/offer.ts'
import { findMunicipalityBySlug, listRegions, listWaterAuthorities } from '#db/catalogue/places.ts'
import { listUpcomingPublicSessions } from '#db/scheduling/upcoming-sessions.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Briefing voor de gemeenteraad van ${data?.municipality.name ?? 'uw gemeente'} - Raadsbriefing` },
]

export async function loader({ params, context: { db, now } }: LoaderFunctionArgs) {
  const today = dateInAmsterdam(now())
  const municipality = await findMunicipalityBySlug(db, params.slug ?? '', today)
  if (!municipality) throw new Response(null, { status: 404 })
  const mainRegion = municipality.regions.find((region) => region.isMain)
  const [topics, regions, waterAuthorities, formats, letter, upcoming] = await Promise.all([
    listTopics(db),
    listRegions(db, today),
    listWaterAuthorities(db),
    listSessionFormats(db),
    mainRegion && findLetterForRegion(db, mainRegion.regionId),
    listUpcomingPublicSessions(
      db,
      mainRegion ? { regionId: mainRegion.regionId } : { municipalityIds: [municipality.id] },
      now(),
      mostSessions,
    ),
  ])
  const catalogue = tailorCatalogue([municipality], { topics, regions, waterAuthorities })
  const touched = regions.filter((region) =>
    municipality.regions.some((link) => !link.isMain && link.regionId === region.id),
  )
  return {
    municipality: {
      slug: municipality.slug,
      name: municipality.name,
      seats: municipality.seats,
      seatsCertainty: municipality.seatsCertainty,
    },
    waterAuthorities: municipality.waterAuthorities.flatMap(({ waterAuthorityId, certainty }) =>
      waterAuthorities.filter((each) => each.id === waterAuthorityId).map(({ name }) => ({ name, certainty })),
    ),
    touchedRegionNames: touched.map((region) => regionInSentence(region.name)),
    catalogue,
    formats,
    upcoming: upcoming.map((each) => ({
      id: each.id,
      title: each.title,
      time: formatSessionTime(each.start, each.end),
      start: isoWithOffset(each.start),
      place: each.isOnline && each.location === '' ? 'Online' : each.location,
      councils: councilsOf(each.municipalities.map(({ name }) => name)),
    })),
    letter,
  }
}

/** Topics of the region come first only where we know them. */
function whatComesFirst(emptyState: string | undefined, regionNames: readonly string[]): string {
  if (emptyState !== undefined) return 'Hieronder staan alle onderwerpen.'
  return `Hieronder staan eerst de onderwerpen die in ${joinNames(regionNames.map(regionInSentence)) || 'uw regio'} spelen.`
}

const notChecked = ' (nog niet nagegaan)'

const unlessSure = (certainty: Certainty) => (certainty === 'high' ? '' : notChecked)

/** A page shows what is near; the rest follows when these have been. */
const mostSessions = 10

export default function MunicipalityPage() {
  const { municipality, catalogue, waterAuthorities, touchedRegionNames, formats, letter, upcoming } =
    useLoaderData<typeof loader>()
  const requestHref = `/aanvragen?gemeente=${municipality.slug}`
  const regionNames = catalogue.regions.map((region) => region.name)
  return (
    <PageLayout
      hero={
        <Hero
          title={`De provincie in gesprek met de raad van ${municipality.name}`}
          lead={`Kies waar uw raad meer over wil weten. ${whatComesFirst(catalogue.emptyState, regionNames)}`}
          picture={<SeatPlan seats={municipality.seats} />}
        >
          <ButtonLink href={requestHref}>Briefing aanvragen voor {municipality.name}</ButtonLink>
        </Hero>
      }
    >
      <section aria-labelledby="uw-gemeente">
        <h2 id="uw-gemeente">Dit weten wij van uw gemeente</h2>
        <dl className="facts">
          <div>
            <dt>Regio</dt>
            <dd>
              {joinNames(catalogue.regions.map(({ name, certainty }) => name + unlessSure(certainty)))}
              {touchedRegionNames.length > 0 &&
                `. De brief noemt uw gemeente ook bij ${joinNames(touchedRegionNames)}.`}
            </dd>
          </div>
          <div>
            <dt>Waterschap</dt>
            <dd>
              <ul className="plain-list">
                {waterAuthorities.map((each) => (
                  <li key={each.name}>
                    {each.name}
                    {each.certainty === 'partly' && ' (een deel van uw gemeente)'}
                    {each.certainty === 'uncertain' && notChecked}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          <div>
            <dt>Raadszetels</dt>
            <dd>
              {municipality.seats}
              {unlessSure(municipality.seatsCertainty)}
            </dd>
          </div>
          <div>
            <dt>Brief van Gedeputeerde Staten</dt>
            <dd>
              <WholeNumbers>
                {letter
                  ? `${letter.title} (${letter.dosNumber})`
                  : 'Het nummer van de brief aan uw regio kennen wij nog niet. U hoeft het niet op te zoeken: wij vullen het in.'}
              </WholeNumbers>
            </dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="onderwerpen">
        <h2 id="onderwerpen">Onderwerpen voor uw raad</h2>
        {catalogue.emptyState && (
          <EmptyState title="Nog geen eigen punten voor uw regio">{catalogue.emptyState}</EmptyState>
        )}
        {catalogue.topics.map((each) => (
          <TailoredTopicSection key={each.topic.id} tailored={each} municipalitySlug={municipality.slug} />
        ))}
      </section>
      <UpcomingEvenings evenings={upcoming} />
      <section aria-labelledby="vormen">
        <h2 id="vormen">Hoe lang duurt het?</h2>
        <FormatList formats={formats} />
      </section>
      <p>
        <ButtonLink href={requestHref}>Briefing aanvragen voor {municipality.name}</ButtonLink>
      </p>
    </PageLayout>
  )
}
