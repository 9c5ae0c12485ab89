import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { AnswersPage } from '#app/components/attending/answers-page.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { openStaffRegister, readReminding, writeAnswerDown } from '#app/pages/inviting/open-register.server.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listAnswerRegister } from '#db/inviting/answer-register.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reacties op ${data?.session.title ?? 'een bijeenkomst'} - Bijeenkomsten - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const register = await openStaffRegister(args)
  const { viewer, session } = register
  const { db, now } = args.context
  return {
    viewer,
    session,
    rows: await listAnswerRegister(db, session.id, undefined),
    isOpen: closedReason(session, now()) === undefined,
    reminding: await readReminding(args, register),
  }
}

export async function action(args: ActionFunctionArgs) {
  return writeAnswerDown(args, await openStaffRegister(args))
}

export default function StaffAnswersPage() {
  const { viewer, session, rows, isOpen, reminding } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <SessionCrumbs session={session} />
      <AnswersPage {...{ session, rows, isOpen, reminding, lastResult }} audience="staff" />
    </StaffLayout>
  )
}
