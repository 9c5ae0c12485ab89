import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SpeakerPage } from '#app/components/scheduling/speaker-page.tsx'
import { formAction } from '#app/form-action.server.ts'
import { speakerForm } from '#app/forms/scheduling/speaker-form.ts'
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
  return {
    viewer,
    speaker: { ...speaker, ...(await findSpeakerMailbox(db, speaker.id)) },
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

export default function ChangeSpeakerPage() {
  const { viewer, ...page } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <SpeakerPage {...page} lastResult={useLastResult()} />
    </StaffLayout>
  )
}
