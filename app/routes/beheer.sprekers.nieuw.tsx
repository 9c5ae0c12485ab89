import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SpeakerPage } from '#app/components/scheduling/speaker-page.tsx'
import { formAction } from '#app/form-action.server.ts'
import { speakerForm } from '#app/forms/scheduling/speaker-form.ts'
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
  const { viewer, ...page } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="beheer">
      <SpeakerPage {...page} lastResult={useLastResult()} />
    </StaffLayout>
  )
}
