import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { RequestFormPage } from '#app/components/requesting/request-form-page.tsx'
import { openDraft } from '#app/pages/requesting/open-draft.server.ts'
import { actOnRequestForm } from '#app/pages/requesting/request-form-action.server.ts'
import { viewRequestForm } from '#app/pages/requesting/request-form-view.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { onlyHere, usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Uw concept, stap 1 van 2 - Raadsbriefing' }]

/** The running clock beside the topics: one small script of our own. */
export const handle = { enhance: true }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, draft, offer, lead } = await openDraft(args)
  return onlyHere({
    signedIn: signedInRequester(viewer),
    version: draft.version,
    isKept: new URL(args.request.url).searchParams.has('bewaard'),
    isOfCouncil: draft.councilId !== undefined,
    retentionDays: args.context.env.RETENTION_UNCONFIRMED_DAYS,
    view: viewRequestForm(offer, { viewer, lead, entries: draft.entries }),
  })
}

export async function action(args: ActionFunctionArgs) {
  const { key, viewer, offer, lead } = await openDraft(args)
  return actOnRequestForm(args, { viewer, lead, offer, key })
}

export default function DraftPage() {
  const { signedIn, version, isKept, isOfCouncil, retentionDays, view } = usePageData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <RequestFormPage
      view={answer?.view ?? view}
      lastResult={answer?.lastResult}
      version={version}
      conflict={answer?.conflict}
      signedIn={signedIn}
    >
      {isKept && !answer && <KeptSentence isOfCouncil={isOfCouncil} retentionDays={retentionDays} />}
    </RequestFormPage>
  )
}

function KeptSentence({ isOfCouncil, retentionDays }: { isOfCouncil: boolean; retentionDays: number }) {
  return isOfCouncil ? (
    <p>
      Uw concept is bewaard. U en uw collega’s vinden het terug bij <a href="/griffie">Mijn raad</a>.
    </p>
  ) : (
    <p>
      Uw concept is bewaard. Bewaar het adres van deze pagina, of mail het naar uzelf. Daarmee gaat u later verder, ook
      op een ander apparaat. Wie het adres heeft, kan het concept lezen en wijzigen. Doet u er {retentionDays} dagen
      niets mee, dan wissen wij het.
    </p>
  )
}
