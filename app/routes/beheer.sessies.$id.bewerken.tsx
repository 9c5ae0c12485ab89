import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requireStaff } from '#app/auth.server.ts'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { ChangePreview } from '#app/components/scheduling/change-preview.tsx'
import { ChangeSessionForm } from '#app/components/scheduling/change-session-form.tsx'
import { SessionCrumbs } from '#app/components/scheduling/session-crumbs.tsx'
import { SessionFactsList } from '#app/components/scheduling/session-facts.tsx'
import { isInCalendars } from '#app/domain/scheduling/briefing-session.ts'
import { mayStep } from '#app/domain/scheduling/session-steps.ts'
import { formAction } from '#app/form-action.server.ts'
import { speakerChoices, venueOptions } from '#app/forms/scheduling/session-choices.ts'
import { entriesOf } from '#app/forms/scheduling/session-defaults.ts'
import { changeSessionForm, type SessionEntries } from '#app/forms/scheduling/session-form.ts'
import { isSentBack, sentBack, typedEntries } from '#app/pages/scheduling/sent-back.server.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { previewChange } from '#app/use-cases/scheduling/preview-change.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listSpeakers } from '#db/scheduling/speakers.ts'
import { listVenues } from '#db/scheduling/venues.ts'

export const meta: MetaFunction = () => [{ title: 'Bijeenkomst wijzigen - Raadsbriefing' }]

/** Both steps have one address: the title says which one this is. */
export const handle = { stepOf: (answer: object) => ('preview' in answer ? 'Controleer:' : undefined) }

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context
  const { viewer, session } = await requireStaffSession(args)
  const topicIds = session.programme.flatMap(({ topicId }) => topicId ?? [])
  const chosen = session.speakers.map(({ speakerId }) => speakerId)
  return {
    viewer,
    session,
    venues: venueOptions(await listVenues(db), session.venue?.id),
    speakers: speakerChoices(await listSpeakers(db), topicIds, chosen),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args)
  const id = args.params.id ?? ''
  const formData = await args.request.formData()
  if (isSentBack(formData)) return { lastResult: sentBack(formData, changeSessionForm) }
  return formAction(formData, changeSessionForm, async ({ step, ...input }) => {
    const order = { ...input, id, staffId: personId }
    if (step === 'voorbeeld') {
      const preview = await previewChange(db, site, order, now())
      return { lastResult: undefined, preview, entries: typedEntries(formData) }
    }
    await changeSession(db, site, order, now())
    return redirect(`/beheer/sessies/${id}?gedaan=gewijzigd`)
  })
}

type ChangeEntries = SessionEntries & { version: string; tellAboutText: string }

export default function ChangeSessionPage() {
  const { viewer, session, venues, speakers } = usePageData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<ChangeEntries>({
    id: 'bijeenkomst',
    lastResult: answer?.lastResult,
    defaultValue: { ...entriesOf(session), version: String(session.version) },
  })
  const back = `/beheer/sessies/${session.id}`
  const isStale = fields.version.initialValue !== String(session.version)
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <SessionCrumbs session={session} />
      {answer && 'preview' in answer ? (
        <ChangePreview session={session} preview={answer.preview} entries={answer.entries} />
      ) : (
        <>
          <h1>Bijeenkomst wijzigen</h1>
          {isStale && (
            <section aria-labelledby="nu">
              <h2 id="nu">Zo staat de bijeenkomst er nu voor</h2>
              <p className="lead">{session.title}</p>
              <SessionFactsList session={session} />
            </section>
          )}
          {mayStep(session, 'change') ? (
            <ChangeSessionForm
              form={form}
              fields={fields}
              venues={venues}
              speakers={speakers}
              version={session.version}
              isAnnounced={isInCalendars(session.status)}
              back={back}
            />
          ) : (
            <Notice title="Deze bijeenkomst kan niet meer gewijzigd worden">
              <p>
                <a href={back}>Terug naar de bijeenkomst</a>
              </p>
            </Notice>
          )}
        </>
      )}
    </StaffLayout>
  )
}
