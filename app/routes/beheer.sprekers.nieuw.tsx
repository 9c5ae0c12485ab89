import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SpeakerForm } from '#app/components/scheduling/speaker-form.tsx'
import { formAction } from '#app/form-action.server.ts'
import { type SpeakerEntries, speakerForm } from '#app/forms/scheduling/speaker-form.ts'
import { addSpeaker } from '#app/use-cases/scheduling/add-speaker.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listTopics } from '#db/catalogue/offer.ts'

export const meta: MetaFunction = () => [{ title: 'Spreker toevoegen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args)
  const { db } = args.context
  return { viewer, topics: (await listTopics(db)).map(({ id, title }) => ({ value: id, text: title })) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args)
  return formAction(await args.request.formData(), speakerForm, async ({ version: _, mailbox, ...facts }) => {
    await addSpeaker(db, { facts, mailbox, staffId: personId }, now())
    return redirect('/beheer/sprekers?gedaan=opgeslagen')
  })
}

export default function NewSpeakerPage() {
  const { viewer, topics } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<SpeakerEntries>({
    id: 'speaker',
    lastResult,
    defaultValue: { active: 'on' },
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/sprekers', text: 'Sprekers' }]} />
      <h1>Spreker toevoegen</h1>
      <SpeakerForm form={form} fields={fields} topics={topics} back="/beheer/sprekers" />
    </StaffLayout>
  )
}
