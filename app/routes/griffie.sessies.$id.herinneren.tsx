import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { RemindPage } from '#app/components/inviting/remind-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { openClerkRegister, previewReminders, sendReminders } from '#app/pages/inviting/open-register.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Herinneren: ${data?.session.title ?? 'een bijeenkomst'} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const register = await openClerkRegister(args)
  return { signedIn: signedInRequester(register.viewer), ...(await previewReminders(args, register)) }
}

export async function action(args: ActionFunctionArgs) {
  return sendReminders(args, await openClerkRegister(args))
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
