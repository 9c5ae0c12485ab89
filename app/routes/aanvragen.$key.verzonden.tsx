import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSignedIn } from '#app/auth.server.ts'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { formatDate } from '#app/domain/calendar-text.ts'
import { officesOf } from '#app/domain/catalogue/join-names.ts'
import { capital } from '#app/domain/first-letter.ts'
import { silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { draftAccess } from '#app/use-cases/requesting/draft-access.ts'
import { partByReach } from '#app/use-cases/requesting/part-by-reach.ts'
import { promiseReaction } from '#app/use-cases/requesting/promise-reaction.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { findDraft } from '#db/requesting/request-drafts.ts'

const heading = (awaitsMailbox: boolean) =>
  awaitsMailbox ? 'Nog één stap: bevestig uw aanvraag' : 'Uw aanvraag is verstuurd'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${heading(data?.awaitsMailbox ?? false)} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site } = args.context
  const viewer = await findSignedIn(args)
  const draft = await findDraft(db, draftAccess(args.params.key ?? '', viewer))
  const briefingRequest = draft?.reference && (await findBriefingRequestByReference(db, draft.reference))
  if (!briefingRequest) throw new Response(null, { status: 404 })
  const { reference, dosNumber, status, contact, submittedAt, coRequestersUntil } = briefingRequest
  const { reachable, unreachable } = await partByReach(db, silentCouncils(briefingRequest), args.context.now())
  const offices = (councils: typeof reachable) =>
    councils.length > 0 && officesOf(councils.map(({ municipalityName }) => municipalityName))
  return {
    signedIn: signedInRequester(viewer),
    reference,
    dosNumber,
    awaitsMailbox: status === 'awaitingMailbox',
    waitsFor:
      status === 'awaitingCoRequesters' && coRequestersUntil
        ? { asked: offices(reachable), unknown: offices(unreachable), until: formatDate(coRequestersUntil) }
        : undefined,
    address: contact.address ?? 'uw e-mailadres',
    answerBy: submittedAt && formatDate(await promiseReaction(db, site, submittedAt)),
  }
}

export default function SentPage() {
  const { signedIn, reference, dosNumber, awaitsMailbox, waitsFor, address, answerBy } = useLoaderData<typeof loader>()
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <h1>{heading(awaitsMailbox)}</h1>
      {awaitsMailbox ? (
        <Notice kind="warning" role="status">
          <p>Uw aanvraag is ontvangen, nog niet bevestigd. Open de link in de mail aan {address} binnen zeven dagen.</p>
        </Notice>
      ) : (
        <Notice kind="success" role="status">
          <p>Wij hebben uw aanvraag ontvangen. U krijgt een mail op {address}.</p>
        </Notice>
      )}
      <p className="lead">
        Uw aanvraagnummer is <strong className="one-line">{reference}</strong>.
      </p>
      {dosNumber ? (
        <p>
          Het DOS-nummer is <span className="one-line">{dosNumber}</span>. Dat is het nummer van uw dossier bij de
          provincie. Noem het als u ons mailt of belt.
        </p>
      ) : (
        <p>
          Uw aanvraag heeft nog geen DOS-nummer. Dat is het nummer van uw dossier bij de provincie. De provincie vult
          het in.
        </p>
      )}
      <h2>Wat gebeurt er nu?</h2>
      {awaitsMailbox ? (
        <ol>
          <li>U opent de mail en klikt op de link.</li>
          <li>U bevestigt uw aanvraag op de pagina die opent.</li>
          <li>De provincie laat weten of zij de briefing kan geven.</li>
        </ol>
      ) : waitsFor ? (
        <>
          <p>
            <strong>De andere griffies zijn nu aan zet.</strong> Wij vragen {waitsFor.asked} of hun raad meedoet. Dat
            kan tot en met {waitsFor.until}. Daarna gaat uw aanvraag naar de provincie.
          </p>
          {waitsFor.unknown && (
            <p>
              {capital(waitsFor.unknown)} kennen wij nog niet. Daar kreeg niemand bericht. Vraag hun om zich bij de
              provincie te melden.
            </p>
          )}
          <p>Op de pagina van uw aanvraag ziet u wie antwoordde. U hoeft niet op iedereen te wachten.</p>
        </>
      ) : (
        <p>
          <strong>De provincie is nu aan zet.</strong>{' '}
          {answerBy && `Uiterlijk ${answerBy} hoort u of de provincie de briefing kan geven.`}
        </p>
      )}
      {awaitsMailbox ? (
        <>
          <p>Geen mail gekregen? Kijk ook bij ongewenste mail. Het kan een paar minuten duren.</p>
          <p>
            Klopt het e-mailadres niet? <a href="/aanvragen">Doe een nieuwe aanvraag</a>. Zonder bevestiging vervalt
            deze vanzelf.
          </p>
        </>
      ) : (
        <p>
          <ButtonLink href={`/aanvraag/${reference}`}>Bekijk uw aanvraag</ButtonLink>
        </p>
      )}
    </RequesterLayout>
  )
}
