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
import { changeSpeaker } from '#app/use-cases/scheduling/change-speaker.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listTopics } from '#db/catalogue/offer.ts'
import { findSpeaker, findSpeakerMailbox } from '#db/scheduling/speakers.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.speaker.name ?? 'Spreker'} wijzigen - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context
  const viewer = await requireStaff(args)
  const speaker = await findSpeaker(db, args.params.id ?? '')
  if (speaker === undefined) throw new Response(null, { status: 404 })
  const mailbox = await findSpeakerMailbox(db, speaker.id)
  return {
    viewer,
    speaker,
    mailbox,
    topics: (await listTopics(db)).map(({ id, title }) => ({ value: id, text: title })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  return formAction(await args.request.formData(), speakerForm, async ({ version = 0, mailbox, ...facts }) => {
    await changeSpeaker(db, { id, version, facts, mailbox, staffId: personId }, now())
    return redirect('/beheer/sprekers?gedaan=opgeslagen')
  })
}

export default function SpeakerPage() {
  const { viewer, speaker, mailbox, topics } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form, fields] = useForm<SpeakerEntries>({
    id: 'speaker',
    lastResult,
    defaultValue: {
      name: speaker.name,
      organisation: speaker.organisation,
      mailbox: mailbox ?? '',
      topicIds: speaker.topicIds,
      active: speaker.active ? 'on' : '',
    },
  })
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/sprekers', text: 'Sprekers' }]} />
      <h1>{speaker.name}</h1>
      <p>
        <a href={`/beheer/sprekers/${speaker.id}/agenda`}>Agenda-adres van deze spreker</a>
      </p>
      <SpeakerForm form={form} fields={fields} topics={topics} version={speaker.version} back="/beheer/sprekers" />
    </StaffLayout>
  )
}
