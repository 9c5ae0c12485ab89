import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { EngagedEvening } from '#app/components/inviting/engaged-evening.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { isAboutOldTime, preselectedAnswer } from '#app/domain/inviting/answer.ts'
import { engagementClosed, partsOf } from '#app/domain/inviting/engagement.ts'
import { formAction } from '#app/form-action.server.ts'
import { engagedAnswerForm } from '#app/forms/inviting/engaged-answer-form.ts'
import { requirePerson } from '#app/pages/access/personal-link.server.ts'
import { voiceOf } from '#app/pages/inviting/council-voice.server.ts'
import { recordEngagedAnswer } from '#app/use-cases/inviting/record-engaged-answer.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findLastEngagement, listTopicsOfSpeaker } from '#db/inviting/engaged-answers.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Uw antwoord: ${data?.session.title ?? 'bijeenkomst'} - Raadsbriefing` },
  { name: 'robots', content: 'noindex' },
]

/** @throws 404 when the link is nobody's, or that person was never asked for this evening */
async function requireEngagement(args: LoaderFunctionArgs) {
  const { personId, token } = await requirePerson(args)
  const { db } = args.context
  const session = await findBriefingSession(db, args.params.sessie ?? '')
  const engagement = session && (await findLastEngagement(db, session.id, personId))
  if (session === undefined || engagement === undefined) throw new Response(null, { status: 404 })
  return { session, engagement, personId, token }
}

/** Looking changes nothing, also with `?antwoord=ja`: mail scanners follow every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { session, engagement, token } = await requireEngagement(args)
  const query = new URL(args.request.url).searchParams
  const preselected = preselectedAnswer(query.get('antwoord'))
  return {
    session,
    token,
    capacity: engagement.capacity,
    ...(await voiceOf(db, engagement, now())),
    parts: partsOf(session, await listTopicsOfSpeaker(db, engagement.id)),
    closed: engagementClosed(session, now()) ?? (engagement.isLive ? undefined : ('left' as const)),
    preselected: preselected === 'maybe' ? undefined : preselected,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { session, engagement, personId, token } = await requireEngagement(args)
  return formAction(await args.request.formData(), engagedAnswerForm, async ({ answer, answeredSequence }) => {
    await countAttempt(args.context, 'ownFormPerPerson', personId)
    const at = now()
    const reply = {
      engagementId: engagement.id,
      answer,
      door: 'link',
      answeredSequence,
      answeredAt: at,
    } as const
    const { notApplied } = await recordEngagedAnswer(db, reply, at)
    return redirect(
      `/mijn/${token}/afspraak/${session.id}?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'antwoord'}`,
    )
  })
}

export default function EngagedEveningPage() {
  const { token, ...evening } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  return (
    <PageLayout>
      <Breadcrumbs crumbs={[{ href: `/mijn/${token}`, text: 'Uw bijeenkomsten' }]} />
      <EngagedEvening {...evening} lastResult={lastResult} />
      <p>
        <a href={`/mijn/${token}/gegevens`}>Uw gegevens bekijken, downloaden of wissen</a>
      </p>
    </PageLayout>
  )
}
