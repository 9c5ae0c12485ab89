import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { RemindPage } from '#app/components/inviting/remind-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { formAction } from '#app/form-action.server.ts'
import { remindForm } from '#app/forms/inviting/remind-form.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { requireOwnSession } from '#app/pages/scheduling/shown-session.server.ts'
import { foreseeReminding, mayBeReminded, remindCouncils } from '#app/use-cases/inviting/remind-councils.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Herinneren: ${data?.session.title ?? 'een bijeenkomst'} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { viewer, session } = await requireOwnSession(args)
  return {
    signedIn: signedInRequester(viewer),
    session,
    councils: await foreseeReminding(db, session, councilIdsOf(viewer), now()),
    isOpen: mayBeReminded(session, now()),
    orderId: randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireOwnSession(args)
  return formAction(await args.request.formData(), remindForm, async ({ opdracht: orderId }) => {
    const actor = { kind: 'clerk', personId: viewer.personId } as const
    const order = { briefingSessionId: session.id, withinCouncils: councilIdsOf(viewer), orderId, actor }
    await remindCouncils(db, site, order, now())
    return redirect(`/griffie/sessies/${session.id}/reacties?gedaan=herinnerd`)
  })
}

export default function ClerkRemindPage() {
  const { signedIn, session, councils, isOpen, orderId } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const back = `/griffie/sessies/${session.id}/reacties`
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <Breadcrumbs
        crumbs={[
          { href: '/griffie', text: 'Mijn raad' },
          { href: back, text: `Reacties op ${session.title}` },
        ]}
      />
      <RemindPage {...{ session, councils, isOpen, orderId, back, lastResult }} />
    </RequesterLayout>
  )
}
