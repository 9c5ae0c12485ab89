import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireStaff } from '#app/auth.server.ts'
import { InboxStateBadge } from '#app/components/inviting/inbox-table.tsx'
import { MailView } from '#app/components/inviting/mail-view.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { DefinitionList } from '#app/components/page/definition-list.tsx'
import { Moment } from '#app/components/page/moment.tsx'
import { Notice } from '#app/components/page/notice.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { decisionInWords, findingInWords, inboxDoorWords, reasonInWords } from '#app/domain/inviting/inbox-words.ts'
import { openIncomingMail } from '#app/use-cases/inviting/open-incoming-mail.ts'
import { usePageData } from '#app/web/page-data.ts'

export const handle = { frames: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Mail'} - Binnengekomen post - Raadsbriefing` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, log } = args.context
  const viewer = await requireStaff(args)
  const opened = await openIncomingMail(db, site, args.params.id ?? '')
  if (!opened) throw new Response(null, { status: 404 })
  // As with mail that leaves: numbers only.
  log.info({ personId: viewer.personId, inboxId: opened.mail.id }, 'incoming mail seen')
  const subject = opened.shown?.head.find(({ name }) => name === 'subject')?.value
  return { viewer, ...opened, title: subject || findingInWords(opened.mail.finding) }
}

export default function IncomingMailPage() {
  const { viewer, mail, shown, title } = usePageData<typeof loader>()
  const { person, session, processedAt } = mail
  const rows = [
    { key: 'state', term: 'Toestand', value: <InboxStateBadge state={mail.state} /> },
    { key: 'what', term: 'Wat het is', value: findingInWords(mail.finding) },
    { key: 'done', term: 'Wat ermee gebeurde', value: decisionInWords(mail.decision) },
    { key: 'why', term: 'Waarom', value: reasonInWords(mail.reason) },
    {
      key: 'next',
      term: 'Wat u kunt doen',
      value: mail.state === 'review' && <a href={`/beheer/post/onbekend/${mail.id}`}>Deze reactie behandelen</a>,
    },
    {
      key: 'person',
      term: 'Persoon',
      value: person && <a href={`/beheer/post?persoon=${person.id}`}>Alle mail aan {person.name}</a>,
    },
    {
      key: 'session',
      term: 'Bijeenkomst',
      value: session && (
        <>
          <a href={`/beheer/sessies/${session.id}`}>{session.title}</a>,{' '}
          <a href={`/beheer/sessies/${session.id}/reacties`}>bekijk wie wat antwoordde</a>
        </>
      ),
    },
    { key: 'came', term: 'Binnengekomen', value: <Moment at={mail.receivedAt} /> },
    { key: 'processed', term: 'Verwerkt', value: processedAt && <Moment at={processedAt} /> },
    { key: 'door', term: 'Langs welke weg', value: inboxDoorWords[mail.door] },
  ]
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="post">
      <Breadcrumbs crumbs={[{ href: '/beheer/post/binnen', text: 'Binnengekomen post' }]} />
      <h1>{title}</h1>
      <DefinitionList rows={rows.filter(({ value }) => value)} />
      {shown ? (
        <MailView shown={shown} frameSrc={`/beheer/post/binnen/${mail.id}/html`} />
      ) : (
        <Notice title="De tekst is verwijderd">
          {mail.purgedAt && (
            <p>
              De tekst is verwijderd op <Moment at={mail.purgedAt} />, omdat deze persoon haar of zijn gegevens liet
              wissen.
            </p>
          )}
        </Notice>
      )}
    </StaffLayout>
  )
}
