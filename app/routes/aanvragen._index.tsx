import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { findSignedIn } from '#app/auth.server.ts'
import { ChooseMunicipality } from '#app/components/requesting/choose-municipality.tsx'
import { RequestFormPage } from '#app/components/requesting/request-form-page.tsx'
import type { Viewer } from '#app/domain/access/viewer.ts'
import { asksContact } from '#app/pages/requesting/asked-form.server.ts'
import { actOnRequestForm } from '#app/pages/requesting/request-form-action.server.ts'
import { viewNewRequestForm } from '#app/pages/requesting/request-form-view.server.ts'
import { type Offer, readOffer } from '#app/pages/requesting/request-offer.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { onlyHere, usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Briefing aanvragen, stap 1 van 2 - Raadsbriefing' }]

/**
 * The running clock beside the topics: one small script of our own. The form is the same for everybody with the same roles; one with a
 * topic that somebody was reading about is rarer, and drawn each time.
 */
export const handle = { enhance: true, sameForRoles: /^(\?gemeente=[a-z-]+)?$/ }

export async function loader(args: LoaderFunctionArgs) {
  const [viewer, offer] = await Promise.all([findSignedIn(args), readOffer(args.context)])
  const signedIn = signedInRequester(viewer)
  const { searchParams } = new URL(args.request.url)
  const slug = searchParams.get('gemeente')
  const lead = leadOf(offer, viewer, slug)
  const firstTopicId = searchParams.get('onderwerp') ?? undefined
  if (lead) {
    const view = viewNewRequestForm(offer, { lead, asksContact: asksContact(viewer, lead.councilId), firstTopicId })
    return onlyHere({ signedIn, view })
  }
  const own = viewer?.councils.map(({ municipalitySlug }) => municipalitySlug) ?? []
  const municipalities = offer.councils
    .filter(({ municipalitySlug }) => own.length === 0 || own.includes(municipalitySlug))
    .map(({ municipalitySlug, municipalityName }) => ({ value: municipalitySlug, text: municipalityName }))
  return onlyHere({ signedIn, view: undefined, municipalities, firstTopicId, isRefused: slug === '' })
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
  const wanted = slug || (another ? undefined : own?.municipalitySlug)
  const lead = offer.councils.find(({ municipalitySlug }) => municipalitySlug === wanted)
  if (slug && !lead) throw new Response(null, { status: 404 })
  return lead
}

export default function NewRequestPage() {
  const loaded = usePageData<typeof loader>()
  const { signedIn } = loaded
  const answer = useActionData<typeof action>()
  if (!loaded.view)
    return (
      <ChooseMunicipality
        signedIn={signedIn}
        municipalities={loaded.municipalities}
        topicId={loaded.firstTopicId}
        isRefused={loaded.isRefused}
      />
    )
  return <RequestFormPage view={answer?.view ?? loaded.view} lastResult={answer?.lastResult} signedIn={signedIn} />
}
