import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { PostForm } from '#app/components/form/post-form.tsx'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { CalendarEntry } from '#app/components/inviting/calendar-entry.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { DefinitionList } from '#app/components/page/definition-list.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { formAction, orSentence } from '#app/form-action.server.ts'
import { emptyForm } from '#app/forms/access/empty-form.ts'
import { foreseeResend } from '#app/use-cases/inviting/foresee-resend.ts'
import { resendMail } from '#app/use-cases/inviting/resend-mail.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'

export const meta: MetaFunction = () => [{ title: 'Mail opnieuw versturen - Raadsbriefing' }]

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args, 'planner', 'administrator')
  const { db, site, now } = args.context
  const outboxId = args.params.id ?? ''
  const foreseen = await orSentence(() => foreseeResend(db, site, { outboxId, staffId: viewer.personId }, now()))
  return { viewer, outboxId, foreseen }
}

export async function action(args: ActionFunctionArgs) {
  const { db, site, now } = args.context
  const { personId } = await requireStaff(args, 'planner', 'administrator')
  const outboxId = args.params.id ?? ''
  return formAction(await args.request.formData(), emptyForm, async () => {
    const resent = await resendMail(db, site, { outboxId, staffId: personId }, now())
    return redirect(`/beheer/post/${resent.outboxId}?gedaan=${resent.isSent ? 'opnieuw' : 'al'}`)
  })
}

export default function ResendMailPage() {
  const { viewer, outboxId, foreseen } = usePageData<typeof loader>()
  const [form] = useForm({ id: 'opnieuw', lastResult: useLastResult() })
  const back = `/beheer/post/${outboxId}`
  const opened = 'answer' in foreseen ? foreseen.answer : undefined
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <RefusalBanner form={form} />
      <Breadcrumbs
        crumbs={[
          { href: '/beheer/post', text: 'Uitgaande post' },
          { href: back, text: 'De mail' },
        ]}
      />
      <h1>Controleer: mail opnieuw versturen</h1>
      {opened?.shown ? (
        <>
          <p className="lead">Deze mail gaat weg. Er is nog niets verstuurd.</p>
          <DefinitionList
            rows={[
              { key: 'subject', term: 'Onderwerp', value: opened.mail.subject },
              {
                key: 'to',
                term: 'Aan',
                value: [opened.mail.person?.name, opened.mail.recipient].filter(Boolean).join(', '),
              },
              {
                key: 'what',
                term: 'Wat er weggaat',
                value:
                  opened.mail.id === outboxId
                    ? 'Dezelfde mail, zonder wijzigingen.'
                    : 'De uitnodiging zoals die nu is. In de agenda vervangt die de vorige. Het antwoord blijft staan.',
              },
            ]}
          />
          <PostForm>
            <div className="actions">
              <SubmitButton>Mail versturen</SubmitButton>
              <a href={back}>Toch niet versturen</a>
            </div>
          </PostForm>
          {opened.shown.calendar && (
            <>
              <h2>De afspraak voor de agenda</h2>
              <CalendarEntry calendar={opened.shown.calendar} />
            </>
          )}
          <h2>De mail als tekst</h2>
          <pre className="mail-text mail-words">{opened.shown.text}</pre>
        </>
      ) : (
        <>
          <Notice title="Opnieuw versturen kan niet">
            <p>{'refused' in foreseen ? foreseen.refused : 'Er is al een nieuwere mail. Bekijk de nieuwste mail.'}</p>
          </Notice>
          <p>
            <a href={back}>Terug naar de mail</a>
          </p>
        </>
      )}
    </StaffLayout>
  )
}
