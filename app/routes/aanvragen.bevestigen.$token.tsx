import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signInCookie } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DefinitionList } from '#app/components/page/definition-list.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { hashToken } from '#app/domain/access/tokens.server.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { formAction } from '#app/form-action.server.ts'
import { proofForm } from '#app/forms/requesting/proof-form.ts'
import { confirmRequest } from '#app/use-cases/requesting/confirm-request.ts'
import { resendMailboxProof } from '#app/use-cases/requesting/resend-mailbox-proof.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findMailboxProof } from '#db/access/sign-in-tokens.ts'
import { findBriefingRequest } from '#db/requesting/briefing-requests.ts'

const headings = {
  usable: 'Bevestig uw aanvraag',
  expired: 'Deze link werkt niet meer',
  used: 'U hebt deze link al gebruikt',
  unknown: 'Deze link werkt niet',
  resent: 'Nieuwe link verstuurd',
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${headings[data?.state ?? 'unknown']} - Raadsbriefing` },
]

export async function loader({ params, request, context: { db, now } }: LoaderFunctionArgs) {
  const isResent = new URL(request.url).searchParams.has('opnieuw')
  const proof = await findMailboxProof(db, hashToken(params.token ?? ''), now())
  const briefingRequest = proof && (await findBriefingRequest(db, proof.briefingRequestId))
  if (!proof || !briefingRequest) return data({ state: 'unknown' as const, request: undefined }, { status: 404 })
  const isWaiting = briefingRequest.status === 'awaitingMailbox'
  const isExpired = isWaiting && proof.state === 'expired'
  const shown = {
    reference: briefingRequest.reference,
    municipalities: joinNames(briefingRequest.councils.map(({ municipalityName }) => municipalityName)),
    topics: briefingRequest.topics.map(({ title }) => title).join(', '),
  }
  const state: keyof typeof headings = isExpired && isResent ? 'resent' : isWaiting ? proof.state : 'used'
  return data({ state, request: shown }, { status: isExpired ? 410 : 200 })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, site, now, network } = context
  const token = params.token ?? ''
  return formAction(await request.formData(), proofForm, async ({ intent }) => {
    await countAttempt(context, 'redeemLinkPerNetwork', network)
    if (intent === 'resend') {
      await resendMailboxProof(db, site, { token }, now())
      return redirect(`/aanvragen/bevestigen/${token}?opnieuw=ja`)
    }
    // The second press, or a second tab: what it asks for is done.
    if ((await findMailboxProof(db, hashToken(token), now()))?.state === 'used')
      return redirect(`/aanvragen/bevestigen/${token}`)
    const { reference, signInToken } = await confirmRequest(db, site, { token }, now())
    return redirect(`/aanvraag/${reference}?gedaan=bevestigd`, {
      headers: { 'Set-Cookie': await signInCookie(context, signInToken) },
    })
  })
}

export default function ConfirmMailboxPage() {
  const { state, request } = useLoaderData<typeof loader>()
  const [form] = useForm({ id: 'bevestigen', lastResult: useLastResult() })
  return (
    <PageLayout>
      <RefusalBanner form={form} />
      {state === 'usable' && request && <ConfirmForm {...request} />}
      {state === 'expired' && <Expired />}
      {state === 'resent' && <Resent />}
      {state === 'used' && request && <AlreadyConfirmed reference={request.reference} />}
      {state === 'unknown' && <Unknown />}
    </PageLayout>
  )
}

type Shown = { reference: string; municipalities: string; topics: string }

function ConfirmForm({ reference, municipalities, topics }: Shown) {
  return (
    <>
      <h1>{headings.usable}</h1>
      <p className="lead">Met één klik weet de provincie dat deze aanvraag echt van uw griffie komt.</p>
      <DefinitionList
        rows={[
          { key: 'reference', term: 'Aanvraag', value: reference },
          { key: 'for', term: 'Voor', value: municipalities },
          { key: 'topics', term: 'Onderwerpen', value: topics },
        ]}
      />
      <p>U bent daarna ingelogd en ziet hoe het met uw aanvraag staat.</p>
      <PostForm>
        <SubmitButton name="intent" value="confirm">
          Aanvraag bevestigen
        </SubmitButton>
      </PostForm>
      <p>Hebt u dit niet gevraagd? Sluit dan deze pagina. Er gebeurt niets.</p>
    </>
  )
}

function Expired() {
  return (
    <>
      <h1>{headings.expired}</h1>
      <p className="lead">De link was zeven dagen geldig. Uw aanvraag is bewaard.</p>
      <PostForm>
        <SubmitButton name="intent" value="resend">
          Stuur mij een nieuwe link
        </SubmitButton>
      </PostForm>
    </>
  )
}

function Resent() {
  return (
    <>
      <h1>{headings.resent}</h1>
      <p className="lead">Open de nieuwe mail en bevestig uw aanvraag. De link werkt weer zeven dagen.</p>
    </>
  )
}

function AlreadyConfirmed({ reference }: { reference: string }) {
  return (
    <>
      <h1>{headings.used}</h1>
      <p className="lead">
        Aanvraag <span className="one-line">{reference}</span> hoeft u niet nog een keer te bevestigen.
      </p>
      <ButtonLink href={`/aanvraag/${reference}`}>Bekijk uw aanvraag</ButtonLink>
    </>
  )
}

function Unknown() {
  return (
    <>
      <h1>{headings.unknown}</h1>
      <p className="lead">Misschien is er een stuk van het adres weggevallen. Klik op de link in de mail zelf.</p>
      <p>
        Lukt het niet? <a href="/aanvragen">Doe een nieuwe aanvraag</a>.
      </p>
    </>
  )
}
