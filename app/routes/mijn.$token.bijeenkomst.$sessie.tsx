import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { OwnAnswerForm } from '#app/components/attending/own-answer-form.tsx'
import { OwnPlace } from '#app/components/attending/own-place.tsx'
import { OwnRegistrationForms } from '#app/components/attending/own-registration-forms.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { Outcome, type OutcomeWords } from '#app/components/page/outcome.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { EveningFacts } from '#app/components/scheduling/evening-facts.tsx'
import { ProgrammeBar } from '#app/components/scheduling/programme-bar.tsx'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { hasLeft, type Place } from '#app/domain/attending/registration.ts'
import { isLimited, seatLimits } from '#app/domain/attending/seats.ts'
import { answerWords, type GivenAnswer, isAboutOldTime, preselectedAnswer } from '#app/domain/inviting/answer.ts'
import { answersEarlierVersion } from '#app/domain/inviting/calendar-event.ts'
import { formAction } from '#app/form-action.server.ts'
import { ownEveningForm } from '#app/forms/inviting/own-evening-form.ts'
import { requirePerson } from '#app/pages/access/personal-link.server.ts'
import { changeFacility } from '#app/use-cases/attending/change-facility.ts'
import { unregister } from '#app/use-cases/attending/unregister.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findLastRegistration } from '#db/attending/registrations.ts'
import { findWaitingPosition } from '#db/attending/seats.ts'
import { listReplies } from '#db/inviting/replies.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Uw antwoord: ${data?.session.title ?? 'bijeenkomst'} - Raadsbriefing` },
  { name: 'robots', content: 'noindex' },
]

async function requireOwnEvening(args: LoaderFunctionArgs) {
  const { db } = args.context
  const { personId, token } = await requirePerson(args)
  const session = await findBriefingSession(db, args.params.sessie ?? '')
  const registration = session && (await findLastRegistration(db, session.id, personId))
  if (session === undefined || registration === undefined) throw new Response(null, { status: 404 })
  return { session, registration, personId, token }
}

/** Looking changes nothing, also with `?antwoord=ja`: mail scanners follow every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { session, registration, personId, token } = await requireOwnEvening(args)
  const query = new URL(args.request.url).searchParams
  const council = session.councils.find(({ councilId }) => councilId === registration.councilId)
  return {
    session,
    registration,
    token,
    closed: closedReason(session, now()),
    position: await findWaitingPosition(db, session.id, personId),
    replies: await listReplies(db, { registrationId: registration.id }),
    preselected: preselectedAnswer(query.get('antwoord')),
    linkToken: council?.linkToken,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { session, registration, personId, token } = await requireOwnEvening(args)
  const page = `/mijn/${token}/bijeenkomst/${session.id}`
  return formAction(await args.request.formData(), ownEveningForm, async (order) => {
    await countAttempt(args.context, 'ownFormPerPerson', personId)
    const at = now()
    // A tab of before she left: her page as it is now says more than a refusal.
    if (hasLeft(registration.place) && order.intent !== 'unregister') return redirect(`${page}?gedaan=nietbewaard`)
    switch (order.intent) {
      case 'answer': {
        const { answer, answeredSequence } = order
        const reply = {
          registrationId: registration.id,
          answer,
          door: 'link',
          answeredSequence,
          answeredAt: at,
        } as const
        const { notApplied } = await recordAnswer(db, site, reply, at)
        return redirect(`${page}?gedaan=${isAboutOldTime(notApplied) ? 'verlopen' : 'antwoord'}`)
      }
      case 'facility': {
        const { facility } = order
        await changeFacility(db, { briefingSessionId: session.id, personId, facility }, at)
        return redirect(`${page}?gedaan=voorziening`)
      }
      case 'unregister':
        await unregister(db, site, { briefingSessionId: session.id, personId }, at)
        return redirect(`${page}?gedaan=${leftWords[registration.place] ?? 'afgemeld'}`)
    }
  })
}

/** What is said depends on what she leaves: only a seat is in a calendar. */
const leftWords: Partial<Record<Place, string>> = { seat: 'plaatsvrij', waiting: 'vanwachtlijst' }

const outcomes = {
  antwoord: 'Wij hebben uw antwoord bewaard',
  voorziening: 'Wij hebben uw wijziging bewaard',
  plaatsvrij: 'U bent afgemeld. Uw agenda haalt de afspraak weg',
  vanwachtlijst: 'U staat niet meer op de wachtlijst',
  afgemeld: 'U bent afgemeld',
  nietbewaard: {
    kind: 'warning',
    title: 'Wij hebben dit niet bewaard',
    text: 'U was op dat moment niet meer aangemeld.',
  },
  verlopen: {
    kind: 'warning',
    title: 'De tijd van deze bijeenkomst is intussen gewijzigd',
    text: 'Uw antwoord ging over de oude tijd. Bekijk de nieuwe tijd en antwoord opnieuw.',
  },
} satisfies OutcomeWords

export default function OwnEveningPage() {
  const { session, registration, token, closed, position, replies, preselected, linkToken } =
    usePageData<typeof loader>()
  const answered = registration.answer === 'none' ? undefined : registration.answer
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ answer?: GivenAnswer }>({
    id: 'antwoord',
    lastResult,
    defaultValue: { answer: preselected ?? answered },
  })
  const answeredBefore = replies.some(
    ({ applied, withdrawnAt, answeredSequence }) =>
      applied && !withdrawnAt && answersEarlierVersion(answeredSequence, session),
  )
  const hasSeat = registration.place === 'seat' && closed === undefined
  return (
    <PageLayout>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Outcome
        words={answered ? { ...outcomes, antwoord: `${outcomes.antwoord}: ${answerWords[answered]}` } : outcomes}
      />
      <Breadcrumbs crumbs={[{ href: `/mijn/${token}`, text: 'Uw bijeenkomsten' }]} />
      <h1>{session.title}</h1>
      <OwnPlace
        place={registration.place}
        position={position}
        closed={closed}
        cancelReason={session.cancelReason}
        registerHref={linkToken && `/bijeenkomst/${linkToken}/aanmelden`}
      />
      <EveningFacts session={session} showsOnlineLink={hasSeat} {...(hasSeat && { asksNeeds: 'below' })} />
      {hasSeat && answered === undefined && answeredBefore && (
        <Notice kind="warning" title="De tijd van deze bijeenkomst is gewijzigd">
          <p>Uw antwoord ging over de oude tijd. Laat weten of u op de nieuwe tijd komt.</p>
        </Notice>
      )}
      {hasSeat && answered === 'no' && isLimited(seatLimits(session, registration.councilId)) && (
        <Notice title="U zei nee. Iemand anders kan uw plaats krijgen.">
          <p>Wilt u toch komen, en is uw plaats dan vergeven? Dan komt u op de wachtlijst.</p>
        </Notice>
      )}
      {hasSeat && (
        <OwnAnswerForm field={fields.answer} sequence={session.sequence} hasAnswered={answered !== undefined} />
      )}
      <h2>Programma</h2>
      <ProgrammeBar blocks={session.programme.map((block) => ({ key: String(block.position), ...block }))} />
      {closed === undefined && <OwnRegistrationForms version={session} registration={registration} replies={replies} />}
      <p>
        <a href={`/mijn/${token}/gegevens`}>Uw gegevens bekijken, downloaden of wissen</a>
      </p>
    </PageLayout>
  )
}
