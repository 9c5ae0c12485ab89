import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ForeseenMailList } from '#app/components/inviting/foreseen-mail-list.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { formAction, orSentence } from '#app/form-action.server.ts'
import { emptyForm } from '#app/forms/access/empty-form.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { foreseeInviting, inviteBooked } from '#app/use-cases/scheduling/invite-booked.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Sprekers en zaal uitnodigen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  const input = { id: session.id, staffId: viewer.personId }
  return { viewer, session, foreseen: await orSentence(() => foreseeInviting(db, site, input, now())) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  return formAction(await args.request.formData(), emptyForm, async () => {
    await inviteBooked(db, site, { id, staffId: personId }, now())
    return redirect(`/beheer/sessies/${id}?gedaan=uitgenodigd`)
  })
}

export default function InviteBookedPage() {
  const { viewer, session, foreseen } = usePageData<typeof loader>()
  const [form] = useForm({ id: 'uitnodigen', lastResult: useLastResult() })
  const back = `/beheer/sessies/${session.id}`
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <RefusalBanner form={form} />
      <SessionCrumbs session={session} />
      <h1>Sprekers en zaal uitnodigen</h1>
      <p className="lead">{session.title}</p>
      {'refused' in foreseen ? (
        <Notice kind="warning" title="Uitnodigen kan nu niet">
          <p>{foreseen.refused}</p>
        </Notice>
      ) : (
        <>
          <p>Wie nog niets kreeg of een nieuw adres heeft, krijgt een uitnodiging voor in de agenda.</p>
          <ForeseenMailList session={session} mails={foreseen.answer} />
          {foreseen.answer.kinds.length > 0 && (
            <PostForm id={form.id}>
              <div className="actions">
                <SubmitButton>Uitnodigingen versturen</SubmitButton>
              </div>
            </PostForm>
          )}
        </>
      )}
      <p>
        <a href={back}>Terug naar de bijeenkomst</a>
      </p>
    </StaffLayout>
  )
}
