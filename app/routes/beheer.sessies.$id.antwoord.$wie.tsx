import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { AnswerByPhone } from '#app/components/inviting/answer-by-phone.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { SessionTime } from '#app/components/scheduling/session-time.tsx'
import { isAboutOldTime } from '#app/domain/inviting/answer.ts'
import { capacityWords, engagedAnswerWords, engagementClosed } from '#app/domain/inviting/engagement.ts'
import { formAction } from '#app/form-action.server.ts'
import { answerByPhoneForm, withdrawAnswerForm } from '#app/forms/inviting/engaged-answer-form.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { recordAnswerByPhone } from '#app/use-cases/inviting/record-answer-by-phone.ts'
import { withdrawEngagedAnswer } from '#app/use-cases/inviting/withdraw-engaged-answer.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listEngagementOverview } from '#db/inviting/engagement-overview.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Antwoord van ${data?.line.name ?? 'een betrokkene'} - Bijeenkomsten - Raadsbriefing` },
]

/** @throws 302, 403, or 404 when this person has nothing to do with the evening, or was not asked yet */
async function requireLine(args: LoaderFunctionArgs) {
  const { viewer, session } = await requireStaffSession(args)
  const lines = await listEngagementOverview(args.context.db, session.id)
  const line = lines.find(({ key, reach }) => key === args.params.wie && reach !== 'toInvite')
  if (line === undefined) throw new Response(null, { status: 404 })
  return { viewer, session, line }
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, session, line } = await requireLine(args)
  return { viewer, session, line, isOpen: engagementClosed(session, args.context.now()) === undefined }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { viewer, session, line } = await requireLine(args)
  const about = { briefingSessionId: session.id, staffId: viewer.personId }
  const here = `/beheer/sessies/${session.id}`
  const formData = await args.request.formData()
  if (formData.has('terugdraaien'))
    return formAction(formData, withdrawAnswerForm, async ({ terugdraaien: replyId }) => {
      await withdrawEngagedAnswer(db, { ...about, replyId }, now())
      return redirect(`${here}/antwoord/${line.key}?gedaan=teruggedraaid`)
    })
  return formAction(formData, answerByPhoneForm, async ({ answer, remark, answeredSequence }) => {
    const said = { key: line.key, answer, remark, answeredSequence }
    const { notApplied } = await recordAnswerByPhone(db, { ...about, ...said }, now())
    return redirect(
      isAboutOldTime(notApplied) ? `${here}/antwoord/${line.key}?gedaan=verlopen` : `${here}?gedaan=antwoord`,
    )
  })
}

export default function AnswerByPhonePage() {
  const { viewer, session, line, isOpen } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<{ answer: string; remark: string }>({ id: 'antwoord', lastResult })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <Outcome
        words={{
          teruggedraaid: {
            title: 'Het antwoord is teruggedraaid',
            text: `Nu telt: ${engagedAnswerWords(line.capacity, line.answer)}.`,
          },
          verlopen: {
            kind: 'warning',
            title: 'De tijd van deze bijeenkomst is intussen gewijzigd',
            text: 'Het antwoord ging over de oude tijd en telt niet mee. Vraag het opnieuw, over de nieuwe tijd.',
          },
        }}
      />
      <SessionCrumbs session={session} />
      <AnswerByPhone form={form} fields={fields} line={line} sequence={session.sequence} isOpen={isOpen}>
        <p className="lead">
          {[capacityWords[line.capacity], line.municipalityName].filter(Boolean).join(' ')} bij {session.title},{' '}
          <SessionTime start={session.start} end={session.end} />
        </p>
      </AnswerByPhone>
    </StaffLayout>
  )
}
