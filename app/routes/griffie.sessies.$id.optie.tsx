import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { EngagedEvening } from '#app/components/inviting/engaged-evening.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { isAboutOldTime } from '#app/domain/inviting/answer.ts'
import { engagementClosed } from '#app/domain/inviting/engagement.ts'
import { formAction } from '#app/form-action.server.ts'
import { engagedAnswerForm } from '#app/forms/inviting/engaged-answer-form.ts'
import { councilVoice } from '#app/pages/inviting/council-voice.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { requireOwnSession } from '#app/pages/scheduling/shown-session.server.ts'
import { recordEngagedAnswer } from '#app/use-cases/inviting/record-engaged-answer.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findClerkEngagement } from '#db/inviting/engaged-answers.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Optie: ${data?.session.title ?? 'bijeenkomst'} - Raadsbriefing` },
]

/**
 * The option that a council holds. The council is the client: a colleague who got no mail of her own answers for it as well.
 * @throws 302, 403, or 404 when none of the viewer's councils holds it
 */
async function requireOption(args: LoaderFunctionArgs) {
  const { viewer, session } = await requireOwnSession(args)
  const holder = { councilIds: councilIdsOf(viewer), personId: viewer.personId }
  const engagement = await findClerkEngagement(args.context.db, session.id, holder)
  if (engagement === undefined) throw new Response(null, { status: 404 })
  return { viewer, session, engagement }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { viewer, session, engagement } = await requireOption(args)
  return {
    signedIn: signedInRequester(viewer),
    session,
    ...(await councilVoice(db, engagement)),
    closed: engagementClosed(session, now()),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { viewer, session, engagement } = await requireOption(args)
  return formAction(await args.request.formData(), engagedAnswerForm, async ({ answer, answeredSequence }) => {
    const at = now()
    const by = { door: 'clerk', recordedBy: viewer.personId } as const
    const reply = { engagementId: engagement.id, answer, ...by, answeredSequence, answeredAt: at }
    const { notApplied } = await recordEngagedAnswer(db, reply, at)
    return redirect(
      `/griffie/sessies/${session.id}/optie?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'antwoord'}`,
    )
  })
}

export default function CouncilOptionPage() {
  const { signedIn, ...evening } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <EngagedEvening {...evening} capacity="clerk" preselected={undefined} lastResult={lastResult} />
      <p>
        <a href="/griffie">Terug naar “Mijn raad”</a>
      </p>
    </RequesterLayout>
  )
}
