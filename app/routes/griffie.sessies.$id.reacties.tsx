import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { AnswersPage } from '#app/components/attending/answers-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { MemberLinks } from '#app/components/scheduling/member-links.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { isAboutOldTime } from '#app/domain/inviting/answer.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { memberLinks } from '#app/domain/scheduling/session-links.ts'
import { formAction } from '#app/form-action.server.ts'
import { answerByHandForm } from '#app/forms/inviting/answer-by-hand-form.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { requireOwnSession } from '#app/pages/scheduling/shown-session.server.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { foreseeReminding, mayBeReminded } from '#app/use-cases/inviting/remind-councils.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listAnswerRegister } from '#db/inviting/answer-register.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reacties op ${data?.session.title ?? 'een bijeenkomst'} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireOwnSession(args)
  const own = session.councils.filter(({ councilId }) => councilIdsOf(viewer).includes(councilId))
  const isOpen = closedReason(session, now()) === undefined
  const rows = await listAnswerRegister(db, session.id, councilIdsOf(viewer))
  return {
    signedIn: signedInRequester(viewer),
    session,
    // What somebody needs or asks, and where she can be phoned, is between the participant and the province.
    rows: rows.map((row) => ({ ...row, facility: undefined, question: undefined, phone: undefined })),
    isOpen,
    links: isOpen && isAnnounced(session.status) ? memberLinks(site, own) : [],
    reminding: mayBeReminded(session, now())
      ? {
          councils: await foreseeReminding(db, session, councilIdsOf(viewer), now()),
          href: `/griffie/sessies/${session.id}/herinneren`,
        }
      : undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireOwnSession(args)
  return formAction(
    await args.request.formData(),
    answerByHandForm,
    async ({ registrationId, answer, answeredSequence }) => {
      const at = now()
      const byHand = { door: 'clerk', recordedBy: viewer.personId, withinCouncils: councilIdsOf(viewer) } as const
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
        `/griffie/sessies/${session.id}/reacties?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'bewaard'}`,
      )
    },
  )
}

export default function ClerkAnswersPage() {
  const { signedIn, session, rows, isOpen, links, reminding } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <Breadcrumbs crumbs={[{ href: '/griffie', text: 'Mijn raad' }]} />
      <AnswersPage {...{ session, rows, isOpen, reminding, lastResult }} audience="clerk">
        <MemberLinks links={links} />
      </AnswersPage>
    </RequesterLayout>
  )
}
