import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireClerk } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { formatMoment } from '#app/domain/calendar-text.ts'
import { formAction } from '#app/form-action.server.ts'
import { stepForm } from '#app/forms/requesting/step-forms.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { discardDraft } from '#app/use-cases/requesting/discard-draft.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { findDraft } from '#db/requesting/request-drafts.ts'

export const meta: MetaFunction = () => [{ title: 'Een concept verwijderen - Raadsbriefing' }]

/** The council's own draft. One that was sent is a request, and is withdrawn instead. */
async function findOwnDraft(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireClerk(args)
  const id = args.params.id ?? ''
  const draft = await findDraft(args.context.db, { id, councilIds: councilIdsOf(viewer) })
  if (draft?.reference) throw redirect(`/aanvraag/${draft.reference}`)
  return { id, viewer, draft }
}

export async function loader(args: LoaderFunctionArgs) {
  const { id, viewer, draft } = await findOwnDraft(args)
  if (!draft) throw new Response(null, { status: 404 })
  const { version, updatedAt, updatedByName } = draft
  return {
    signedIn: signedInRequester(viewer),
    id,
    version,
    keptOn: formatMoment(updatedAt),
    keptBy: updatedByName === viewer.name ? 'u' : (updatedByName ?? 'iemand van uw griffie'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { id, viewer, draft } = await findOwnDraft(args)
  // Pressed twice: the first time did it.
  if (!draft) return redirect('/griffie?gedaan=verwijderd')
  return formAction(await args.request.formData(), stepForm, async ({ version }) => {
    await discardDraft(args.context.db, { id, version, viewer }, args.context.now())
    return redirect('/griffie?gedaan=verwijderd')
  })
}

export default function DiscardDraftPage() {
  const { signedIn, id, version, keptOn, keptBy } = useLoaderData<typeof loader>()
  const [form] = useForm({ id: 'verwijderen', lastResult: useLastResult() })
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <RefusalBanner form={form} />
      <h1>Concept verwijderen</h1>
      <p className="lead">
        Dit concept is bewaard op {keptOn} door {keptBy}. Het is nog niet verstuurd.
      </p>
      <p>Uw collega’s zien het concept daarna ook niet meer. Verwijderen kunt u niet terugdraaien.</p>
      <PostForm className="actions">
        <input type="hidden" name="version" value={version} />
        <SubmitButton danger>Concept verwijderen</SubmitButton>
        <ButtonLink kind="secondary" href={`/aanvragen/${id}`}>
          Concept bekijken
        </ButtonLink>
      </PostForm>
    </RequesterLayout>
  )
}
