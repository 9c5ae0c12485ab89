import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { RemindPage } from '#app/components/inviting/remind-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { formAction } from '#app/form-action.server.ts'
import { remindForm } from '#app/forms/inviting/remind-form.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { foreseeReminding, mayBeReminded, remindCouncils } from '#app/use-cases/inviting/remind-councils.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Herinneren: ${data?.session.title ?? 'een bijeenkomst'} - Bijeenkomsten - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  return {
    viewer,
    session,
    councils: await foreseeReminding(db, session, undefined, now()),
    isOpen: mayBeReminded(session, now()),
    orderId: randomUUID(),
  }
}

/** For every council of the evening at once; what its own office did counts with it. */
export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  return formAction(await args.request.formData(), remindForm, async ({ opdracht: orderId }) => {
    const actor = { kind: 'staff', personId: viewer.personId } as const
    const order = { briefingSessionId: session.id, withinCouncils: undefined, orderId, actor }
    await remindCouncils(db, site, order, now())
    return redirect(`/beheer/sessies/${session.id}/reacties?gedaan=herinnerd`)
  })
}

export default function StaffRemindPage() {
  const { viewer, session, councils, isOpen, orderId } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const back = `/beheer/sessies/${session.id}/reacties`
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <Breadcrumbs
        crumbs={[
          { href: '/beheer/sessies', text: 'Bijeenkomsten' },
          { href: `/beheer/sessies/${session.id}`, text: session.title },
          { href: back, text: 'Reacties' },
        ]}
      />
      <RemindPage {...{ session, councils, isOpen, orderId, back, lastResult }} />
    </StaffLayout>
  )
}
