import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { AnswersPage } from '#app/components/attending/answers-page.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { MemberLinks } from '#app/components/scheduling/member-links.tsx'
import { councilIdsOf } from '#app/domain/access/viewer.ts'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { councilsOf } from '#app/domain/catalogue/join-names.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { memberLinks } from '#app/domain/scheduling/session-links.ts'
import { openClerkRegister, readReminding, writeAnswerDown } from '#app/pages/inviting/open-register.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listAnswerRegister } from '#db/inviting/answer-register.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reacties op ${data?.session.title ?? 'een bijeenkomst'} - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const register = await openClerkRegister(args)
  const { viewer, session, withinCouncils } = register
  const { db, site, now } = args.context
  const own = session.councils.filter(({ councilId }) => councilIdsOf(viewer).includes(councilId))
  const isOpen = closedReason(session, now()) === undefined
  const rows = await listAnswerRegister(db, session.id, withinCouncils)
  return {
    signedIn: signedInRequester(viewer),
    session,
    // What somebody needs or asks, and where she can be phoned, is between the participant and the province.
    rows: rows.map((row) => ({ ...row, facility: undefined, question: undefined, phone: undefined })),
    councils: councilsOf(own.map(({ municipalityName }) => municipalityName)),
    isOpen,
    links: isOpen && isAnnounced(session.status) ? memberLinks(site, own) : [],
    reminding: await readReminding(args, register),
  }
}

export async function action(args: ActionFunctionArgs) {
  return writeAnswerDown(args, await openClerkRegister(args))
}

export default function ClerkAnswersPage() {
  const { signedIn, session, rows, councils, isOpen, links, reminding } = usePageData<typeof loader>()
  const lastResult = useLastResult()
  return (
    <RequesterLayout signedIn={signedIn} current="griffie">
      <Breadcrumbs crumbs={[{ href: '/griffie', text: 'Mijn raad' }]} />
      <AnswersPage {...{ session, rows, councils, isOpen, reminding, lastResult }} audience="clerk">
        <MemberLinks links={links} />
      </AnswersPage>
    </RequesterLayout>
  )
}
