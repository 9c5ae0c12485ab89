import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MunicipalityLinks, RegionLists } from '#app/components/catalogue/region-lists.tsx'
import { SearchBox } from '#app/components/form/search-box.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { dateInAmsterdam, formatDay } from '#app/domain/calendar-text.ts'
import { findMunicipality } from '#app/domain/catalogue/find-municipality.ts'
import { publicPageHeaders } from '#app/web/public-page.ts'
import { listFormerMunicipalities, listMunicipalities, listRegions } from '#db/catalogue/places.ts'

export const headers = publicPageHeaders

export const meta: MetaFunction = () => [{ title: 'Gemeenten in Zuid-Holland - Raadsbriefing' }]

type Link = { slug: string; name: string }
type Answer =
  | { kind: 'empty'; typed: string }
  | { kind: 'none'; typed: string }
  | { kind: 'several'; typed: string; links: Link[]; former: { name: string; successor: Link | undefined }[] }
  | { kind: 'former'; typed: string; formerName: string; since: string; successor: Link | undefined; note: string }

/** One match goes straight to its page; anything else is answered here with a sentence and the whole list. */
export async function loader({ request, context: { db, now } }: LoaderFunctionArgs) {
  const today = dateInAmsterdam(now())
  const typed = (new URL(request.url).searchParams.get('zoek') ?? '').slice(0, 100)
  const [municipalities, former, regions] = await Promise.all([
    listMunicipalities(db, today),
    listFormerMunicipalities(db),
    listRegions(db, today),
  ])
  const result = findMunicipality(typed, municipalities, former)
  if (result.kind === 'found') throw redirect(`/gemeenten/${result.municipality.slug}`)
  const toLink = (one: Link | undefined): Link | undefined => one && { slug: one.slug, name: one.name }
  const answer: Answer =
    result.kind === 'several'
      ? {
          kind: 'several',
          typed,
          links: result.municipalities.map(({ slug, name }) => ({ slug, name })),
          former: result.formerMunicipalities.map(({ name, successorId }) => ({
            name,
            successor: toLink(municipalities.find((one) => one.id === successorId)),
          })),
        }
      : result.kind === 'former'
        ? {
            kind: 'former',
            typed,
            formerName: result.formerName,
            since: formatDay(result.since),
            successor: toLink(result.successor),
            note: result.note,
          }
        : { kind: result.kind, typed }
  return {
    answer,
    regions,
    municipalities: municipalities.map(({ slug, name, regions }) => ({
      slug,
      name,
      regionId: regions.find((link) => link.isMain)?.regionId ?? null,
    })),
  }
}

export default function Municipalities() {
  const { answer, regions, municipalities } = useLoaderData<typeof loader>()
  return (
    <PageLayout>
      <h1>Zoek uw gemeente</h1>
      <SearchBox action="/gemeenten" label="Naam van uw gemeente" value={answer.typed} />
      <SearchAnswer answer={answer} />
      <h2>Alle gemeenten per regio</h2>
      <RegionLists regions={regions} municipalities={municipalities} />
    </PageLayout>
  )
}

function SearchAnswer({ answer }: { answer: Answer }) {
  if (answer.kind === 'empty') return null
  if (answer.kind === 'none')
    return (
      <Notice kind="warning">
        <p>
          Wij vinden geen gemeente in Zuid-Holland met de naam “{answer.typed}”. Controleer de naam of kies hieronder uw
          gemeente.
        </p>
      </Notice>
    )
  if (answer.kind === 'former')
    return (
      <Notice kind="info">
        <p>
          {answer.formerName} is sinds {answer.since} geen eigen gemeente meer. {answer.note}
        </p>
        {answer.successor && (
          <p>
            U hoort nu bij <a href={`/gemeenten/${answer.successor.slug}`}>{answer.successor.name}</a>.
          </p>
        )}
      </Notice>
    )
  return (
    <section aria-labelledby="gevonden">
      <h2 id="gevonden">Welke gemeente bedoelt u?</h2>
      <MunicipalityLinks links={answer.links} />
      <ul>
        {answer.former.map((each) => (
          <li key={each.name}>
            {each.name}: nu{' '}
            {each.successor ? (
              <a href={`/gemeenten/${each.successor.slug}`}>{each.successor.name}</a>
            ) : (
              'geen gemeente in Zuid-Holland'
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
