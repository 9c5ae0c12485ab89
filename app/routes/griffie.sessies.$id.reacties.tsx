import type { SubmissionResult } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireClerk } from '#app/auth.server.ts'
import { AnswersPage } from '#app/components/attending/answers-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { ClerkLayout } from '#app/components/page/clerk-layout.tsx'
import { MemberLinks } from '#app/components/scheduling/member-links.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { isAboutOldTime } from '#app/domain/inviting/answer.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { memberLinks } from '#app/domain/scheduling/session-links.ts'
import { formAction } from '#app/form-action.server.ts'
import { answerByHandForm } from '#app/forms/inviting/answer-by-hand-form.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { foreseeReminding, mayBeReminded } from '#app/use-cases/inviting/remind-councils.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listAnswerRegister } from '#db/inviting/answer-register.ts'
import { findSessionOfCouncils } from '#db/scheduling/briefing-sessions.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reacties op ${data?.session.title ?? 'een bijeenkomst'} - Raadsbriefing` },
]

/** Only the griffier's own councils, in the query itself; another council's evening is not there. */
async function requireOwnSession(args: LoaderFunctionArgs) {
  const viewer = await requireClerk(args)
  const session = await findSessionOfCouncils(args.context.db, args.params.id ?? '', councilIdsOf(viewer))
  if (session === undefined) throw new Response(null, { status: 404 })
  return { viewer, session }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireOwnSession(args)
  const own = session.councils.filter(({ councilId }) => councilIdsOf(viewer).includes(councilId))
  const isOpen = closedReason(session, now()) === undefined
  const rows = await listAnswerRegister(db, session.id, councilIdsOf(viewer))
  return {
    viewer,
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
    done: new URL(args.request.url).searchParams.get('gedaan'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireOwnSession(args)
  return formAction(await args.request.formData(), answerByHandForm, async ({ registrationId, answer, versie }) => {
    const at = now()
    const byHand = { door: 'clerk', recordedBy: viewer.personId, withinCouncils: councilIdsOf(viewer) } as const
    const reply = {
      registrationId,
      briefingSessionId: session.id,
      answer,
      answeredSequence: versie,
      answeredAt: at,
      ...byHand,
    }
    const { notApplied } = await recordAnswer(db, site, reply, at)
    return redirect(
      `/griffie/sessies/${session.id}/reacties?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'bewaard'}`,
    )
  })
}

export default function ClerkAnswersPage() {
  const { viewer, session, rows, isOpen, links, reminding, done } = usePageData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.lastResult as SubmissionResult<string[]> | undefined
  return (
    <ClerkLayout signedIn={{ name: viewer.name }} current="griffie">
      <Breadcrumbs crumbs={[{ href: '/griffie', text: 'Mijn raad' }]} />
      <AnswersPage {...{ session, rows, isOpen, reminding, done, lastResult }} audience="clerk">
        <MemberLinks links={links} />
      </AnswersPage>
    </ClerkLayout>
  )
}
