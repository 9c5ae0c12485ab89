import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { StepLine } from '#app/components/page/step-line.tsx'
import { DateWarnings } from '#app/components/requesting/date-warnings.tsx'
import { RequesterLayout } from '#app/components/requesting/requester-layout.tsx'
import { WishFacts } from '#app/components/requesting/wish-facts.tsx'
import { formatDate } from '#app/domain/calendar-text.ts'
import { officesOf } from '#app/domain/catalogue/join-names.ts'
import { capital } from '#app/domain/first-letter.ts'
import { warningsFor } from '#app/domain/scheduling/closed-period.ts'
import { formAction } from '#app/form-action.server.ts'
import { formDataFrom } from '#app/forms/requesting/draft-entries.ts'
import { stepForm } from '#app/forms/requesting/step-forms.ts'
import { readWish } from '#app/pages/requesting/asked-form.server.ts'
import { planningFor, takingPart } from '#app/pages/requesting/councils-taking-part.server.ts'
import { nameWish } from '#app/pages/requesting/name-wish.server.ts'
import { openDraft } from '#app/pages/requesting/open-draft.server.ts'
import { signedInRequester } from '#app/pages/requesting/signed-in-requester.server.ts'
import { partByReach } from '#app/use-cases/requesting/part-by-reach.ts'
import { submitRequest } from '#app/use-cases/requesting/submit-request.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { countAttempt } from '#app/web/rate-limit.server.ts'
import { findPersonContact } from '#db/requesting/person-contact.ts'

export const meta: MetaFunction = () => [{ title: 'Controleer uw aanvraag, stap 2 van 2 - Raadsbriefing' }]

/** A draft that is not finished goes back to the form. */
async function openFinishedDraft(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const opened = await openDraft(args)
  const { offer, viewer, lead, draft, key } = opened
  const submission = readWish(offer, { viewer, lead }, formDataFrom(draft.entries))
  if (submission.status !== 'success') throw redirect(`/aanvragen/${key}`)
  return { ...opened, wish: submission.value }
}

export async function loader(args: LoaderFunctionArgs) {
  const { key, viewer, draft, offer, lead, wish } = await openFinishedDraft(args)
  const known = viewer && (await findPersonContact(args.context.db, viewer.personId))
  const councils = takingPart(offer, lead, wish)
  const [, ...others] = councils
  const planning = planningFor(offer, councils, wish)
  const { reachable, unreachable } = await partByReach(args.context.db, others, args.context.now())
  const offices = (some: typeof others) =>
    some.length > 0 && officesOf(some.map(({ municipalityName }) => municipalityName))
  return {
    key,
    version: draft.version,
    signedIn: signedInRequester(viewer),
    facts: nameWish(offer, { viewer, lead, wish, address: known?.address }),
    needsMailbox: wish.contact?.address,
    asksAlong: offices(reachable),
    unknown: offices(unreachable),
    warnings: wish.preferredDates
      .map((date) => ({
        date: formatDate(date),
        sentences: warningsFor(date, planning).map(({ sentence }) => sentence),
      }))
      .filter(({ sentences }) => sentences.length > 0),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { key, viewer, access, lead, wish } = await openFinishedDraft(args)
  return formAction(await request.formData(), stepForm, async ({ version }) => {
    if (wish.contact) await countAttempt(context, 'requestPerAddress', wish.contact.address)
    const sent = { draft: { access, version }, leadCouncilId: lead.councilId, wish, viewer }
    await submitRequest(context.db, context.site, sent, context.now())
    return redirect(`/aanvragen/${key}/verzonden`)
  })
}

export default function CheckRequestPage() {
  const { key, version, signedIn, facts, warnings, needsMailbox, asksAlong, unknown } = useLoaderData<typeof loader>()
  const [form] = useForm({ id: 'controleren', lastResult: useLastResult() })
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <RefusalBanner form={form} />
      <StepLine step={2} of={2} />
      <h1>Controleer uw aanvraag</h1>
      <p className="lead">Klopt alles? Verstuur dan uw aanvraag. Anders past u hem eerst aan.</p>
      {warnings.map(({ date, sentences }) => (
        <section key={date} aria-label={date}>
          <h2>Let op bij {date}</h2>
          <DateWarnings sentences={sentences} />
          <p>
            <a href={`/aanvragen/${key}#aanvraag-dates`}>Een andere datum kiezen</a>
          </p>
        </section>
      ))}
      <h2>Uw aanvraag</h2>
      <WishFacts facts={facts} changeHref={`/aanvragen/${key}`} />
      <h2>Wat gebeurt er als u verstuurt?</h2>
      {needsMailbox ? (
        <p>
          U krijgt een mail op {needsMailbox}. Open de link in die mail en bevestig uw aanvraag.{' '}
          {!asksAlong && 'Daarna gaat de provincie ermee aan de slag.'}
        </p>
      ) : (
        <p>U krijgt een mail met uw aanvraagnummer. {!asksAlong && 'De provincie gaat met uw aanvraag aan de slag.'}</p>
      )}
      {asksAlong && (
        <p>
          Wij vragen eerst {asksAlong} of hun raad meedoet. Zonder antwoord doet een raad niet mee. U kunt altijd
          verdergaan zonder te wachten. Daarna gaat de provincie met uw aanvraag aan de slag.
        </p>
      )}
      {unknown && (
        <p>
          {capital(unknown)} kennen wij nog niet. Daar krijgt niemand bericht. Vraag hun om zich bij de provincie te
          melden.
        </p>
      )}
      <PostForm className="actions">
        <input type="hidden" name="version" value={version} />
        <SubmitButton>Aanvraag versturen</SubmitButton>
        <ButtonLink kind="secondary" href={`/aanvragen/${key}`}>
          Aanvraag aanpassen
        </ButtonLink>
      </PostForm>
    </RequesterLayout>
  )
}
