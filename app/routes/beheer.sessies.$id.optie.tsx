import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireStaff } from '#app/auth.server.ts'
import { DateField } from '#app/components/form/date-field.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { FormField } from '#app/components/form/form-field.tsx'
import { HiddenEntries } from '#app/components/form/hidden-entries.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ForeseenMailList } from '#app/components/inviting/foreseen-mail-list.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { NotYetAgreed } from '#app/components/scheduling/not-yet-agreed.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { SessionFactsList } from '#app/components/scheduling/session-facts.tsx'
import { formatMoment } from '#app/domain/calendar-text.ts'
import { freedInWords } from '#app/domain/scheduling/freed-slot.ts'
import { usualOptionEnd } from '#app/domain/scheduling/option-end.ts'
import { assertMayBeAnnounced, mayStep } from '#app/domain/scheduling/session-steps.ts'
import { wallClockOf } from '#app/domain/scheduling/wall-clock.ts'
import { formAction, orSentence } from '#app/form-action.server.ts'
import { optionForm } from '#app/forms/scheduling/option-form.ts'
import { readAgreement } from '#app/pages/scheduling/agreement.server.ts'
import { typedEntries } from '#app/pages/scheduling/sent-back.server.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { foreseeOffering, offerOption } from '#app/use-cases/scheduling/offer-option.ts'
import { usePageData } from '#app/web/page-data.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export const meta: MetaFunction = () => [{ title: 'Optie aanbieden - Raadsbriefing' }]

/** Both steps have one address: the title says which one this is. */
export const handle = { stepOf: (answer: object) => ('preview' in answer ? 'Controleer:' : undefined) }

export async function loader(args: LoaderFunctionArgs) {
  const { env, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  const usual = usualOptionEnd({ start: session.start, optionDays: env.OPTION_DAYS }, now())
  const end = session.optionExpiresAt ?? usual
  const { date, startTime } = wallClockOf(end, end)
  const agreement = await readAgreement(args.context, session)
  // Whatever day staff choose: without these no option leaves.
  const lacks = await orSentence(async () => assertMayBeAnnounced(session, now()))
  return { viewer, session, agreement, lacks, end: { date, time: startTime } }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  const formData = await args.request.formData()
  return formAction(formData, optionForm, async ({ step, ...input }) => {
    const order = { ...input, id, staffId: personId }
    if (step === 'voorbeeld') {
      const mails = await foreseeOffering(db, site, order, now())
      const until = formatMoment(input.expiresAt)
      return { lastResult: undefined, preview: { until, mails }, entries: typedEntries(formData) }
    }
    const before = await findBriefingSession(db, id)
    await offerOption(db, site, order, now())
    return redirect(`/beheer/sessies/${id}?gedaan=${before?.status === 'option' ? 'verlengd' : 'optie'}`)
  })
}

export default function OfferOptionPage() {
  const { viewer, session, agreement, lacks, end } = usePageData<typeof loader>()
  const answer = useActionData<typeof action>()
  const preview = answer && 'preview' in answer ? answer.preview : undefined
  const [form, fields] = useForm<{ expiryDate: string; expiryTime: string }>({
    id: 'optie',
    lastResult: answer?.lastResult,
    defaultValue: { expiryDate: end.date, expiryTime: end.time },
  })
  const isOption = session.status === 'option'
  const mayOffer = mayStep(session, isOption ? 'extend' : 'offer')
  const back = `/beheer/sessies/${session.id}`
  const title = isOption ? 'Optie verlengen' : 'Als optie aanbieden'
  const notYetAgreed = (
    <NotYetAgreed session={session} agreement={agreement} unlessTakingPart="Deze griffie krijgt de optie niet." />
  )
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <SessionCrumbs session={session} />
      <h1>{preview ? `Controleer: ${title.toLowerCase()}` : title}</h1>
      <p className="lead">{session.title}</p>
      {!mayOffer && (
        <Notice title="Deze bijeenkomst kan geen optie meer zijn">
          <p>
            <a href={back}>Terug naar de bijeenkomst</a>
          </p>
        </Notice>
      )}
      {preview && answer && 'entries' in answer && (
        <>
          <p>
            De optie vervalt op <strong>{preview.until}</strong>. Is de bijeenkomst dan niet gepubliceerd, dan krijgt
            iedereen met een uitnodiging een afzegging. {freedInWords(session, 'soon')}
          </p>
          <p>Raadsleden krijgen nog geen bericht. Zij kunnen zich aanmelden als u de bijeenkomst publiceert.</p>
          {notYetAgreed}
          <ForeseenMailList session={session} mails={preview.mails} />
          <PostForm>
            <HiddenEntries entries={answer.entries} />
            <div className="actions">
              <SubmitButton name="step" value="aanbieden">
                {title}
              </SubmitButton>
              <a href={`${back}/optie`}>Ander moment kiezen</a>
              <a href={back}>Toch niet</a>
            </div>
          </PostForm>
        </>
      )}
      {mayOffer && 'refused' in lacks && (
        <Notice kind="warning" title="Aanbieden kan nog niet">
          <p>{lacks.refused}</p>
          <p>
            <a href={`${back}/bewerken`}>Bijeenkomst wijzigen</a>
          </p>
        </Notice>
      )}
      {!preview && mayOffer && !('refused' in lacks) && (
        <>
          <SessionFactsList session={session} />
          {notYetAgreed}
          <PostForm id={form.id} className="form">
            <input type="hidden" name="version" value={session.version} />
            <DateField
              field={fields.expiryDate}
              label="Op welke dag vervalt de optie?"
              hint="De griffie moet voor dit moment akkoord geven."
            />
            <FormField field={fields.expiryTime} label="Hoe laat?" width={4} />
            <div className="actions">
              <SubmitButton name="step" value="voorbeeld">
                Bekijk wie bericht krijgt
              </SubmitButton>
              <a href={back}>Toch niet</a>
            </div>
          </PostForm>
        </>
      )}
    </StaffLayout>
  )
}
