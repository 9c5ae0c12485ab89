import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { LinkReplyForm } from '#app/components/inviting/link-reply-form.tsx'
import { MailSource } from '#app/components/inviting/mail-source.tsx'
import { PostTabs } from '#app/components/inviting/post-tabs.tsx'
import { SetReplyAsideForms } from '#app/components/inviting/set-reply-aside-forms.tsx'
import { TrayChoices } from '#app/components/inviting/tray-choices.tsx'
import { UnknownReplyFacts } from '#app/components/inviting/unknown-reply-facts.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { trayOutcomes } from '#app/domain/inviting/tray.ts'
import { formAction } from '#app/form-action.server.ts'
import { trayForm } from '#app/forms/inviting/tray-form.ts'
import { describeUnknownReply } from '#app/use-cases/inviting/describe-unknown-reply.ts'
import { linkUnknownReply } from '#app/use-cases/inviting/link-unknown-reply.ts'
import { markReplySeen } from '#app/use-cases/inviting/mark-reply-seen.ts'
import { rejectUnknownReply } from '#app/use-cases/inviting/reject-unknown-reply.ts'
import { takeBackTrayChoice } from '#app/use-cases/inviting/take-back-tray-choice.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findTrayMail } from '#db/inviting/tray.ts'
import { listTrayCandidates, mostCandidates } from '#db/inviting/tray-candidates.ts'

export const meta: MetaFunction = () => [{ title: 'Een onbekende reactie - Post - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const viewer = await requireStaff(args)
  const reply = await describeUnknownReply(db, site, args.params.id ?? '')
  if (reply === undefined) throw new Response(null, { status: 404 })
  const query = new URL(args.request.url).searchParams
  const search = (query.get('zoek') ?? '').trim().slice(0, 100)
  const { session, person } = reply
  const wanted = { briefingSessionId: session?.id, text: search, personId: person?.id }
  return {
    viewer,
    reply,
    search,
    candidates: reply.isOpen ? await listTrayCandidates(db, wanted, now()) : [],
    mostCandidates,
    now: now(),
    isToCome: session === undefined || closedReason(session, now()) === undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId: staffId } = await requireStaff(args)
  const inboxId = args.params.id ?? ''
  if ((await findTrayMail(db, inboxId)) === undefined) throw new Response(null, { status: 404 })
  const back = (outcome: keyof typeof trayOutcomes) => redirect(`/beheer/post/onbekend/${inboxId}?gedaan=${outcome}`)
  return formAction(await args.request.formData(), trayForm, async (order) => {
    switch (order.intent) {
      case 'koppelen': {
        const { registrationId, shownSequence } = order.registrationId
        const { remember, answer } = order
        const link = { inboxId, registrationId, shownSequence, remember, answer, staffId }
        const { notApplied } = await linkUnknownReply(db, site, link, now())
        return back(notApplied === undefined ? 'gekoppeld' : notApplied === 'earlierVersion' ? 'verlopen' : 'ouder')
      }
      case 'afwijzen':
        await rejectUnknownReply(db, { inboxId, reason: order.reason, staffId }, now())
        return back('afgewezen')
      case 'gezien':
        await markReplySeen(db, { inboxId, staffId }, now())
        return back('gezien')
      case 'terugdraaien': {
        const undo = { inboxId, choiceId: order.keuze, staffId }
        const { answerChanged } = await takeBackTrayChoice(db, site, undo, now())
        return back(answerChanged ? 'teruggedraaid' : 'weer-open')
      }
    }
  })
}

export default function UnknownReplyPage() {
  const { viewer, reply, search, candidates, now, isToCome, ...page } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const isRejection = lastResult?.initialValue?.intent === 'afwijzen'
  // Who takes part in several evenings may have meant any of them: then staff choose.
  const own = candidates.filter(({ personId }) => personId === reply.person?.id)
  const guessed = own.length === 1 ? own[0] : undefined
  const [link, linkFields] = useForm<{ registrationId: string; remember: string; answer: string }>({
    id: 'koppel',
    lastResult: isRejection ? undefined : lastResult,
    defaultValue: { remember: 'linked', registrationId: guessed && `${guessed.registrationId}:${guessed.sequence}` },
  })
  const [reject, rejectFields] = useForm<{ reason: string }>({
    id: 'afwijzing',
    lastResult: isRejection ? lastResult : undefined,
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <ErrorSummary form={isRejection ? reject : link} />
      <RefusalBanner form={isRejection ? reject : link} />
      <Outcome words={trayOutcomes} />
      <Breadcrumbs crumbs={[{ href: '/beheer/post/onbekend', text: 'Onbekende reacties' }]} />
      <h1>{reply.isOpen ? 'Een onbekende reactie' : 'Een afgehandelde reactie'}</h1>
      <PostTabs current="onbekend" />
      <UnknownReplyFacts reply={reply} now={now} />
      <TrayChoices
        choices={reply.choices}
        isHandled={!reply.isOpen}
        handledAlike={reply.handledAlike}
        answerCanBeWithdrawn={isToCome}
      />
      {reply.isOpen && (
        <>
          <LinkReplyForm
            id={reply.id}
            fields={linkFields}
            candidates={candidates}
            search={search}
            isCut={candidates.length >= page.mostCandidates}
            knowsSession={reply.session !== undefined}
            asksAnswer={!reply.session || reply.decision === 'apply' || reply.calendar?.answer === undefined}
            sender={reply.sender}
            secondAddress={reply.secondAddress}
          />
          <SetReplyAsideForms reason={rejectFields.reason} />
        </>
      )}
      <MailSource text={reply.text} headers={reply.headers} source={reply.source} />
    </StaffLayout>
  )
}
