import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ForeseenMailList } from '#app/components/inviting/foreseen-mail-list.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { WarningList } from '#app/components/page/warning-list.tsx'
import { WholeNumbers } from '#app/components/page/whole-numbers.tsx'
import { NotYetAgreed } from '#app/components/scheduling/not-yet-agreed.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { SessionFactsList } from '#app/components/scheduling/session-facts.tsx'
import { confirmsInWords } from '#app/domain/scheduling/requests-moved.ts'
import { formAction, orSentence } from '#app/form-action.server.ts'
import { publishForm } from '#app/forms/scheduling/session-step-form.ts'
import { readAgreement } from '#app/pages/scheduling/agreement.server.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { foreseePublishing, publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import { sessionWarningsNow } from '#app/use-cases/scheduling/warn-about-session.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst publiceren - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  const input = { id: session.id, version: session.version, staffId: viewer.personId }
  const foreseen = await orSentence(() => foreseePublishing(db, site, input, now()))
  const warnings = await sessionWarningsNow(db, site, { session, seatsTaken: 0 }, now())
  return { viewer, session, foreseen, warnings, agreement: await readAgreement(args.context, session) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  return formAction(await args.request.formData(), publishForm, async ({ version }) => {
    await publishSession(db, site, { id, version, staffId: personId }, now())
    return redirect(`/beheer/sessies/${id}?gedaan=gepubliceerd`)
  })
}

export default function PublishSessionPage() {
  const { viewer, session, foreseen, warnings, agreement } = usePageData<typeof loader>()
  const [form] = useForm({ id: 'publiceren', lastResult: useLastResult() })
  const back = `/beheer/sessies/${session.id}`
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <RefusalBanner form={form} />
      <SessionCrumbs session={session} />
      <h1>Bijeenkomst publiceren</h1>
      <p className="lead">{session.title}</p>
      <SessionFactsList session={session} />
      <WarningList warnings={warnings} />
      <NotYetAgreed
        session={session}
        agreement={agreement}
        unlessTakingPart="Publiceert u, dan krijgt deze griffie toch de aanmeldlink."
      />
      {'refused' in foreseen ? (
        <Notice kind="warning" title="Publiceren kan nog niet">
          <p>{foreseen.refused}</p>
          <p>
            <a href={`${back}/bewerken`}>Bijeenkomst wijzigen</a>
          </p>
        </Notice>
      ) : (
        <>
          <h2>Wat er gebeurt als u publiceert</h2>
          <p>
            <WholeNumbers>
              {[
                'Een griffie die mail krijgt, vindt daarin de aanmeldlink van de eigen raad.',
                confirmsInWords(session.requests),
                session.status === 'option' && 'De optie wordt een vaste afspraak, in dezelfde agenda-afspraak.',
              ]
                .filter(Boolean)
                .join(' ')}
            </WholeNumbers>
          </p>
          <ForeseenMailList session={session} mails={foreseen.answer} />
          <PostForm id={form.id}>
            <input type="hidden" name="version" value={session.version} />
            <div className="actions">
              <SubmitButton>Bijeenkomst publiceren</SubmitButton>
              <a href={back}>Nog niet publiceren</a>
            </div>
          </PostForm>
        </>
      )}
    </StaffLayout>
  )
}
