import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { ReminderSwitch } from '#app/components/inviting/reminder-switch.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { formAction } from '#app/form-action.server.ts'
import { reminderForm } from '#app/forms/inviting/reminder-form.ts'
import { requireReminderLink } from '#app/pages/access/personal-link.server.ts'
import { switchReminders } from '#app/use-cases/inviting/switch-reminders.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findReminderChoice } from '#db/inviting/reminder-choice.ts'

export const meta: MetaFunction = () => [
  { title: 'Herinneringen uitzetten - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

/** Looking stops nothing: mail scanners open every link. Nothing on the page says whose link it is. */
export async function loader(args: LoaderFunctionArgs) {
  const personId = requireReminderLink(args)
  const choice = await findReminderChoice(args.context.db, personId)
  return {
    isErased: choice === undefined,
    isStopped: choice?.stoppedAt !== undefined,
  }
}

/**
 * Our own button leads back to the page. The one-click POST of a mail program (RFC 8058) is answered here and now: it may not be redirected, carries no cookie
 * and no origin, and the token alone proves it.
 */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const personId = requireReminderLink(args)
  return formAction(await request.formData(), reminderForm, async ({ wanted, isOneClick }) => {
    await countAttempt(context, 'reminderSwitchPerLink', personId)
    await switchReminders(context.db, { personId, wanted }, context.now())
    if (isOneClick) return data({ lastResult: undefined })
    return redirect(`${new URL(request.url).pathname}?gedaan=${wanted ? 'aan' : 'uit'}`)
  })
}

const outcomes = {
  uit: 'De herinneringen staan uit',
  aan: 'De herinneringen staan weer aan',
}

export default function RemindersPage() {
  const { isErased, isStopped } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form] = useForm({ id: 'herinneringen', lastResult })
  if (isErased)
    return (
      <PageLayout>
        <h1>U krijgt geen mail meer van ons</h1>
        <p className="lead">Uw gegevens zijn gewist. Wij sturen u niets meer, dus ook geen herinneringen.</p>
      </PageLayout>
    )
  return (
    <PageLayout>
      <RefusalBanner form={form} />
      <Outcome words={outcomes} />
      <h1>{isStopped ? 'U krijgt geen herinneringen meer' : 'Wilt u geen herinneringen meer?'}</h1>
      <p className="lead">
        {isStopped
          ? 'Wij herinneren u niet meer aan bijeenkomsten.'
          : 'Nu herinneren wij u aan een bijeenkomst als u nog niet hebt geantwoord, en kort ervoor als u komt.'}
      </p>
      <p>Uitnodigingen, wijzigingen en afzeggingen krijgt u altijd: die hebt u nodig als u zich aanmeldt.</p>
      <ReminderSwitch isStopped={isStopped} />
    </PageLayout>
  )
}
