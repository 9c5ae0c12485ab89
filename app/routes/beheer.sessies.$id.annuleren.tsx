import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireStaff } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextAreaField } from '#app/components/form/text-area-field.tsx'
import { ForeseenMailList } from '#app/components/inviting/foreseen-mail-list.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { WholeNumbers } from '#app/components/page/whole-numbers.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { SessionFactsList } from '#app/components/scheduling/session-facts.tsx'
import { freedInWords } from '#app/domain/scheduling/freed-slot.ts'
import { goesBackInWords } from '#app/domain/scheduling/requests-moved.ts'
import { mayStep } from '#app/domain/scheduling/session-steps.ts'
import { formAction } from '#app/form-action.server.ts'
import { cancelForm } from '#app/forms/scheduling/session-step-form.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { cancelSession, foreseeCancelling } from '#app/use-cases/scheduling/cancel-session.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst annuleren - Raadsbriefing' }]

/** Both steps have one address: the title says which one this is. */
export const handle = { stepOf: (answer: object) => ('preview' in answer ? 'Controleer:' : undefined) }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, session } = await requireStaffSession(args)
  return { viewer, session }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  return formAction(await args.request.formData(), cancelForm, async ({ step, ...input }) => {
    const order = { ...input, id, staffId: personId }
    if (step === 'voorbeeld')
      return { lastResult: undefined, preview: { ...input, mails: await foreseeCancelling(db, site, order, now()) } }
    await cancelSession(db, site, order, now())
    return redirect(`/beheer/sessies/${id}?gedaan=geannuleerd`)
  })
}

export default function CancelSessionPage() {
  const { viewer, session } = usePageData<typeof loader>()
  const answer = useActionData<typeof action>()
  const preview = answer && 'preview' in answer ? answer.preview : undefined
  const [form, fields] = useForm<{ reason: string }>({ id: 'annuleren', lastResult: answer?.lastResult })
  const consequences = [freedInWords(session, 'soon'), goesBackInWords(session.requests)].filter(Boolean)
  const back = `/beheer/sessies/${session.id}`
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <SessionCrumbs session={session} />
      <h1>{preview ? 'Controleer: bijeenkomst annuleren' : 'Bijeenkomst annuleren'}</h1>
      <p className="lead">{session.title}</p>
      {!mayStep(session, 'cancel') && <Notice title="Deze bijeenkomst kan niet meer geannuleerd worden" />}
      {preview && (
        <>
          <p className="kept-lines">Reden: {preview.reason}</p>
          {consequences.length > 0 && (
            <p>
              <WholeNumbers>{consequences.join(' ')}</WholeNumbers>
            </p>
          )}
          <ForeseenMailList session={session} mails={preview.mails} />
          <PostForm>
            <input type="hidden" name="version" value={preview.version} />
            <input type="hidden" name="reason" value={preview.reason} />
            <div className="actions">
              <SubmitButton danger name="step" value="annuleren">
                Bijeenkomst annuleren
              </SubmitButton>
              <a href={back}>Toch niet annuleren</a>
            </div>
          </PostForm>
        </>
      )}
      {!preview && mayStep(session, 'cancel') && (
        <>
          <SessionFactsList session={session} />
          <PostForm id={form.id} className="form">
            <input type="hidden" name="version" value={session.version} />
            <TextAreaField
              field={fields.reason}
              label="Waarom gaat de bijeenkomst niet door?"
              hint="Iedereen die bericht krijgt, leest deze zin."
              rows={3}
            />
            <div className="actions">
              <SubmitButton name="step" value="voorbeeld">
                Bekijk wie bericht krijgt
              </SubmitButton>
              <a href={back}>Toch niet annuleren</a>
            </div>
          </PostForm>
        </>
      )}
    </StaffLayout>
  )
}
