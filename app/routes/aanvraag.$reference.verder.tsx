import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { MailPreview } from '#app/components/inviting/mail-preview.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { silentCouncils } from '#app/domain/requesting/briefing-request.ts'
import { mayTake, statusWords } from '#app/domain/requesting/status.ts'
import { formAction } from '#app/form-action.server.ts'
import { stepForm } from '#app/forms/requesting/step-forms.ts'
import { requireOwnRequest } from '#app/pages/requesting/own-request.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { goOnWithoutSilentCouncils } from '#app/use-cases/requesting/go-on-without-silent-councils.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { listStaffToNotify } from '#db/requesting/staff-to-notify.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Verdergaan met aanvraag ${data?.reference ?? ''} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference, version, status, contact, regionId, councils } = briefingRequest
  const staff = await listStaffToNotify(args.context.db, regionId, args.context.now())
  return {
    signedIn: signedInRequester(viewer),
    reference,
    version,
    mayGoOn: mayTake('goOn', status),
    statusText: statusWords[status],
    contactName: contact.name,
    staff: staff.length,
    silent: joinNames(silentCouncils(briefingRequest).map(({ municipalityName }) => municipalityName)),
    joined: joinNames(
      councils.filter(({ state }) => state === 'joined').map(({ municipalityName }) => municipalityName),
    ),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { viewer, briefingRequest } = await requireOwnRequest(args)
  const { reference } = briefingRequest
  return formAction(await request.formData(), stepForm, async ({ version }) => {
    await goOnWithoutSilentCouncils(context.db, context.site, { reference, version, viewer }, context.now())
    return redirect(`/aanvraag/${reference}?gedaan=verder`)
  })
}

export default function GoOnPage() {
  const page = useLoaderData<typeof loader>()
  const { signedIn, reference, version, mayGoOn, statusText, contactName, staff, silent, joined } = page
  const [form] = useForm({ id: 'verder', lastResult: useLastResult() })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <RefusalBanner form={form} />
      <h1>
        Verdergaan met aanvraag <span className="one-line">{reference}</span>
      </h1>
      {mayGoOn ? (
        <>
          <p className="lead">Dit gebeurt er als u niet langer wacht:</p>
          <ul>
            <li>Uw aanvraag gaat nu naar de provincie, voor de raden die meedoen: {joined}.</li>
            <li>Geen antwoord is geen ja. Zonder antwoord doen deze raden niet mee: {silent}.</li>
            <li>Zij kunnen alsnog ja zeggen tot er een bijeenkomst gepland is. U krijgt daar dan een mail over.</li>
          </ul>
          <MailPreview
            mails={[
              { key: 'goes-on', mail: 'Bij de provincie: uw aanvraag', to: contactName, count: 1 },
              { key: 'staff', mail: 'Nieuw: aanvraag', to: 'medewerkers van de provincie', count: staff },
            ]}
          />
          <PostForm className="actions">
            <input type="hidden" name="version" value={version} />
            <SubmitButton>Verder zonder deze raden</SubmitButton>
            <ButtonLink kind="secondary" href={`/aanvraag/${reference}`}>
              Nog even wachten
            </ButtonLink>
          </PostForm>
        </>
      ) : (
        <>
          <p className="lead">Er wordt niet meer gewacht: de aanvraag staat op “{statusText}”.</p>
          <ButtonLink href={`/aanvraag/${reference}`}>Bekijk uw aanvraag</ButtonLink>
        </>
      )}
    </RequesterLayout>
  )
}
