import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { MailFacts } from '#app/components/inviting/mail-facts.tsx'
import { MailVersions } from '#app/components/inviting/mail-versions.tsx'
import { MailView } from '#app/components/inviting/mail-view.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { Moment } from '#app/components/page/moment.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { mayResendMail } from '#app/domain/access/permissions.ts'
import { mailKindInWords } from '#app/domain/inviting/outbox-words.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { sentenceFor } from '#app/messages.ts'
import { openOutgoingMail } from '#app/use-cases/inviting/open-outgoing-mail.ts'
import { findWayToResend } from '#app/use-cases/inviting/resend-mail.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listMailVersions } from '#db/inviting/outbox-mail.ts'

export const handle = { frames: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Mail'} - Uitgaande post - Raadsbriefing` },
]

const outcomes = {
  opnieuw: 'De mail staat klaar en gaat zo weg.',
  al: 'Er was al een nieuwere mail klaargezet. U ziet die hier. Er is nu niets extra verstuurd.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, log, now } = args.context
  const viewer = await requireStaff(args)
  const opened = await openOutgoingMail(db, site, args.params.id ?? '')
  if (!opened) throw new Response(null, { status: 404 })
  const { mail, shown } = opened
  // Who looked at whose mail (BIO): numbers only, and not in the audit, since looking changes nothing.
  log.info({ personId: viewer.personId, outboxId: mail.id }, 'outgoing mail seen')
  const way = await findWayToResend(db, mail, now())
  return {
    viewer,
    mail,
    shown,
    title: mail.subject || mailKindInWords(mail.kind),
    versions:
      mail.isCalendar && mail.session && mail.person ? await listMailVersions(db, mail.session.id, mail.person.id) : [],
    whyNotAgain: way.way === 'no' ? sentenceFor(new Refusal('mail-not-resendable', { why: way.why })) : undefined,
  }
}

export default function OutgoingMailPage() {
  const { viewer, mail, shown, title, versions, whyNotAgain } = usePageData<typeof loader>()
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <Breadcrumbs crumbs={[{ href: '/beheer/post', text: 'Uitgaande post' }]} />
      <Outcome words={outcomes} />
      <h1>{title}</h1>
      <MailFacts mail={mail} />
      {whyNotAgain ? (
        <p>Opnieuw versturen kan niet. {whyNotAgain}</p>
      ) : (
        <div className="actions">
          {mayResendMail(viewer) ? (
            <ButtonLink href={`/beheer/post/${mail.id}/opnieuw`}>Opnieuw versturen</ButtonLink>
          ) : (
            <p>Een planner of beheerder kan deze mail opnieuw versturen.</p>
          )}
        </div>
      )}
      <MailVersions versions={versions} currentId={mail.id} />
      {shown ? (
        <MailView shown={shown} frameSrc={`/beheer/post/${mail.id}/html`} />
      ) : (
        <Notice title="De tekst is verwijderd">
          {mail.purgedAt && (
            <p>
              De tekst is verwijderd op <Moment at={mail.purgedAt} />. Wat ermee gebeurde, blijft bewaard.
            </p>
          )}
        </Notice>
      )}
    </StaffLayout>
  )
}
