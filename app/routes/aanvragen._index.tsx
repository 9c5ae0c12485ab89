import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findSignedIn } from '#app/auth.server.ts'
import { ChooseMunicipality } from '#app/components/requesting/choose-municipality.tsx'
import { RequestFormPage } from '#app/components/requesting/request-form-page.tsx'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { actOnRequestForm } from '#app/request-form-action.server.ts'
import { viewRequestForm } from '#app/request-form-view.server.ts'
import { type Offer, readOffer } from '#app/request-offer.server.ts'
import { signedInRequester } from '#app/signed-in-requester.server.ts'

export const meta: MetaFunction = () => [{ title: 'Briefing aanvragen, stap 1 van 2 - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const [viewer, offer] = await Promise.all([findSignedIn(args), readOffer(args.context)])
  const signedIn = signedInRequester(viewer)
  const { searchParams } = new URL(args.request.url)
  const lead = leadOf(offer, viewer, searchParams.get('gemeente'))
  const topicId = searchParams.get('onderwerp') ?? undefined
  if (lead) return { signedIn, view: viewRequestForm(offer, { viewer, lead, entries: undefined }, topicId) }
  const own = viewer?.councils.map(({ municipalitySlug }) => municipalitySlug) ?? []
  const municipalities = offer.councils
    .filter(({ municipalitySlug }) => own.length === 0 || own.includes(municipalitySlug))
    .map(({ municipalitySlug, municipalityName }) => ({ value: municipalitySlug, text: municipalityName }))
  return { signedIn, view: undefined, municipalities, topicId }
}

export async function action(args: ActionFunctionArgs) {
  const [viewer, offer] = await Promise.all([findSignedIn(args), readOffer(args.context)])
  const lead = leadOf(offer, viewer, new URL(args.request.url).searchParams.get('gemeente'))
  if (!lead) throw redirect('/aanvragen')
  return actOnRequestForm(args, { viewer, lead, offer, key: undefined })
}

/** The council in the address; without one, the only council of whoever is signed in. */
function leadOf(offer: Offer, viewer: Viewer | undefined, slug: string | null) {
  const [own, another] = viewer?.councils ?? []
  const wanted = slug ?? (another ? undefined : own?.municipalitySlug)
  const lead = offer.councils.find(({ municipalitySlug }) => municipalitySlug === wanted)
  if (slug !== null && !lead) throw new Response(null, { status: 404 })
  return lead
}

export default function NewRequestPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (!loaded.view)
    return (
      <ChooseMunicipality signedIn={loaded.signedIn} municipalities={loaded.municipalities} topicId={loaded.topicId} />
    )
  return (
    <RequestFormPage view={answer?.view ?? loaded.view} lastResult={answer?.lastResult} signedIn={loaded.signedIn} />
  )
}
