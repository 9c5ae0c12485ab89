import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { RemindPage } from '#app/components/inviting/remind-page.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { openStaffRegister, previewReminders, sendReminders } from '#app/pages/inviting/open-register.server.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Herinneren: ${data?.session.title ?? 'een bijeenkomst'} - Bijeenkomsten - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const register = await openStaffRegister(args)
  return { viewer: register.viewer, ...(await previewReminders(args, register)) }
}

export async function action(args: ActionFunctionArgs) {
  return sendReminders(args, await openStaffRegister(args))
}

export default function StaffRemindPage() {
  const { viewer, session, councils, isOpen, orderId } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  const back = `/beheer/sessies/${session.id}/reacties`
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <SessionCrumbs session={session} below={[{ href: back, text: 'Reacties' }]} />
      <RemindPage {...{ session, councils, isOpen, orderId, back, lastResult }} />
    </StaffLayout>
  )
}
