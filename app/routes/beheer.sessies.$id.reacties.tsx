import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { AnswersPage } from '#app/components/attending/answers-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { isAboutOldTime } from '#app/domain/inviting/answer.ts'
import { formAction } from '#app/form-action.server.ts'
import { answerByHandForm } from '#app/forms/inviting/answer-by-hand-form.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { foreseeReminding, mayBeReminded } from '#app/use-cases/inviting/remind-councils.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listAnswerRegister } from '#db/inviting/answer-register.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reacties op ${data?.session.title ?? 'een bijeenkomst'} - Bijeenkomsten - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  return {
    viewer,
    session,
    rows: await listAnswerRegister(db, session.id, undefined),
    isOpen: closedReason(session, now()) === undefined,
    reminding: mayBeReminded(session, now())
      ? {
          councils: await foreseeReminding(db, session, undefined, now()),
          href: `/beheer/sessies/${session.id}/herinneren`,
        }
      : undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  return formAction(
    await args.request.formData(),
    answerByHandForm,
    async ({ registrationId, answer, answeredSequence }) => {
      const at = now()
      const byHand = { door: 'staff', recordedBy: viewer.personId } as const
      const reply = {
        registrationId,
        briefingSessionId: session.id,
        answer,
        answeredSequence,
        answeredAt: at,
        ...byHand,
      }
      const { notApplied } = await recordAnswer(db, site, reply, at)
      return redirect(
        `/beheer/sessies/${session.id}/reacties?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'bewaard'}`,
      )
    },
  )
}

export default function StaffAnswersPage() {
  const { viewer, session, rows, isOpen, reminding } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <Breadcrumbs
        crumbs={[
          { href: '/beheer/sessies', text: 'Bijeenkomsten' },
          { href: `/beheer/sessies/${session.id}`, text: session.title },
        ]}
      />
      <AnswersPage {...{ session, rows, isOpen, reminding, lastResult }} audience="staff" />
    </StaffLayout>
  )
}
