import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { RegistrationCheck } from '#app/components/attending/registration-check.tsx'
import { RegistrationFields } from '#app/components/attending/registration-fields.tsx'
import { WhoSeesWhat } from '#app/components/attending/who-sees-what.tsx'
import { AllNeeded } from '#app/components/form/all-needed.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { EveningFacts } from '#app/components/scheduling/evening-facts.tsx'
import { formAction } from '#app/form-action.server.ts'
import { type RegistrationEntries, registrationForm } from '#app/forms/attending/registration-form.ts'
import { placesInWords, requireCouncilEvening } from '#app/pages/attending/council-link.server.ts'
import { register } from '#app/use-cases/attending/register.ts'
import { parseForm } from '#app/web/fitting-form.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aanmelden voor ${data?.session.title ?? 'een bijeenkomst'} - Raadsbriefing` },
  { name: 'robots', content: 'noindex' },
]

/** The title says at which step one is: nothing is kept yet. */
export const handle = { stepOf: (answer: object) => ('check' in answer ? 'Klopt dit?' : undefined) }

export async function loader(args: LoaderFunctionArgs) {
  const { session, council, linkToken, left, closed } = await requireCouncilEvening(args)
  if (closed !== undefined) throw redirect(`/bijeenkomst/${linkToken}`)
  return {
    session,
    linkToken,
    municipalityName: council.municipalityName,
    places: placesInWords(left),
    isFull: left === 0,
    retentionDays: args.context.env.RETENTION_REGISTRATION_DAYS,
  }
}

/** First shown back, then kept: only the step "aanmelden" changes anything. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { linkToken } = await requireCouncilEvening(args)
  const formData = await request.formData()
  const step = formData.get('stap')
  if (step !== 'aanmelden') {
    const submission = parseForm(formData, registrationForm)
    if (submission.status !== 'success') return data({ lastResult: submission.reply() }, { status: 400 })
    return data(step === 'wijzigen' ? { edit: submission.value } : { check: submission.value })
  }
  return formAction(formData, registrationForm, async ({ website, ...entries }) => {
    const done = redirect(`/bijeenkomst/${linkToken}/aangemeld`)
    if (website) return done
    await countAttempt(context, 'registrationPerNetwork', context.network)
    await countAttempt(context, 'registrationPerAddress', entries.address)
    const { facility, question } = entries
    await register(context.db, context.site, { ...entries, linkToken, facility, question }, context.now())
    return done
  })
}

type Answer = {
  lastResult?: unknown
  edit?: RegistrationEntries
  check?: RegistrationEntries
}

export default function RegistrationPage() {
  const { session, linkToken, municipalityName, places, isFull, retentionDays } = usePageData<typeof loader>()
  const { edit, check }: Answer = useActionData<typeof action>() ?? {}
  const [form, fields] = useForm<RegistrationEntries>({
    id: 'aanmelden',
    lastResult: useLastResult(),
    defaultValue: edit,
  })
  if (check) {
    return (
      <PageLayout>
        <p className="kicker">{session.title}</p>
        <h1>Klopt dit?</h1>
        {isFull && <Notice kind="warning" title="De bijeenkomst is vol. U komt op de wachtlijst." />}
        <RegistrationCheck entries={check} isFull={isFull} />
        <EveningFacts session={session} showsOnlineLink={false} />
      </PageLayout>
    )
  }
  return (
    <PageLayout>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <p className="kicker">
        <a href={`/bijeenkomst/${linkToken}`}>{session.title}</a>
      </p>
      <h1>Aanmelden</h1>
      <EveningFacts session={session} showsOnlineLink={false} places={places} asksNeeds="below" />
      <PostForm className="form stack">
        <AllNeeded />
        <RegistrationFields fields={fields} />
        <div className="actions">
          <SubmitButton name="stap" value="controleren">
            Verder
          </SubmitButton>
        </div>
      </PostForm>
      <WhoSeesWhat municipalityName={municipalityName} retentionDays={retentionDays} />
    </PageLayout>
  )
}
