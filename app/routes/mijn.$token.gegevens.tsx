import { useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { RefusalBanner } from '#app/components/form/refusal-banner.tsx'
import { ReminderSwitch } from '#app/components/inviting/reminder-switch.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { ButtonLink } from '#app/components/page/button-link.tsx'
import { DefinitionList } from '#app/components/page/definition-list.tsx'
import { Moment } from '#app/components/page/moment.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { PageLayout } from '#app/components/page/page-layout.tsx'
import { SessionTime } from '#app/components/scheduling/session-time.tsx'
import { facilityWords, participantRoleWords, standingWords } from '#app/domain/attending/registration.ts'
import { formatMoment } from '#app/domain/calendar-text.ts'
import { answerWords } from '#app/domain/inviting/answer.ts'
import { capacityWords, engagedAnswerWords } from '#app/domain/inviting/engagement.ts'
import { formAction } from '#app/form-action.server.ts'
import { reminderForm } from '#app/forms/inviting/reminder-form.ts'
import { requirePerson } from '#app/pages/access/personal-link.server.ts'
import { switchReminders } from '#app/use-cases/inviting/switch-reminders.ts'
import { useLastResult } from '#app/web/last-result.ts'
import { usePageData } from '#app/web/page-data.ts'
import { countKeptMails, listOwnEngagements, listOwnEvenings } from '#db/attending/participants.ts'
import { listFeeds } from '#db/inviting/calendar-feeds.ts'
import { findReminderChoice } from '#db/inviting/reminder-choice.ts'

export const meta: MetaFunction = () => [
  { title: 'Uw gegevens - Raadsbriefing' },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, env, now } = args.context
  const { personId, name, address, token } = await requirePerson(args)
  const feeds = await listFeeds(db, { personId }, now())
  return {
    name,
    address,
    token,
    feed: feeds.find(({ subject }) => subject.kind === 'person'),
    evenings: await listOwnEvenings(db, personId),
    engagements: await listOwnEngagements(db, personId),
    reminders: await findReminderChoice(db, personId),
    mails: await countKeptMails(db, personId),
    retentionDays: env.RETENTION_REGISTRATION_DAYS,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now } = args.context
  const { personId, token } = await requirePerson(args)
  return formAction(await args.request.formData(), reminderForm, async ({ wanted }) => {
    await switchReminders(db, { personId, wanted }, now())
    return redirect(`/mijn/${token}/gegevens?gedaan=${wanted ? 'aan' : 'uit'}`)
  })
}

const outcomes = {
  uit: 'De herinneringen staan uit',
  aan: 'De herinneringen staan weer aan',
}

export default function OwnDataPage() {
  const { name, address, token, feed, evenings, engagements, reminders, mails, retentionDays } =
    usePageData<typeof loader>()
  const lastResult = useLastResult()
  const [form] = useForm({ id: 'herinneringen', lastResult })
  return (
    <PageLayout>
      <RefusalBanner form={form} />
      <Outcome words={outcomes} />
      <Breadcrumbs crumbs={[{ href: `/mijn/${token}`, text: 'Uw bijeenkomsten' }]} />
      <h1>Uw gegevens</h1>
      <p className="lead">
        Dit is alles wat wij over u bewaren. {retentionDays} dagen na een bijeenkomst wissen wij het.
      </p>
      <DefinitionList
        rows={[
          { key: 'name', term: 'Naam', value: name },
          { key: 'address', term: 'E-mailadres', value: address ?? 'niet bekend' },
          {
            key: 'mails',
            term: 'Mail',
            value: `${mailsInWords(mails.toHer)} aan u, ${mailsInWords(mails.fromHer)} van u`,
          },
          { key: 'feed', term: 'Agenda-adres', value: feed ? `sinds ${formatMoment(feed.openedAt)}` : 'geen' },
        ]}
      />
      {evenings.map((evening) => (
        <section key={evening.registrationId}>
          <h2>{evening.title}</h2>
          <DefinitionList
            rows={[
              { key: 'when', term: 'Wanneer', value: <SessionTime start={evening.start} end={evening.end} /> },
              { key: 'role', term: 'Rol', value: `${participantRoleWords[evening.role]}, ${evening.municipalityName}` },
              { key: 'place', term: 'Aanmelding', value: standingWords(evening) },
              { key: 'answer', term: 'Antwoord', value: answerWords[evening.answer] },
              { key: 'facility', term: 'Nodig', value: evening.facility ? facilityWords(evening.facility) : 'Niets' },
              { key: 'question', term: 'Vraag vooraf', value: evening.question ?? 'Geen' },
            ]}
          />
        </section>
      ))}
      {engagements.map(({ engagementId, title, start, end, capacity, answer }) => (
        <section key={engagementId}>
          <h2>{title}</h2>
          <DefinitionList
            rows={[
              { key: 'when', term: 'Wanneer', value: <SessionTime start={start} end={end} /> },
              { key: 'as', term: 'Als', value: capacityWords[capacity] },
              { key: 'answer', term: 'Antwoord', value: engagedAnswerWords(capacity, answer) },
            ]}
          />
        </section>
      ))}
      {reminders && (
        <section aria-labelledby="herinneringen-kop">
          <h2 id="herinneringen-kop">Herinneringen</h2>
          <p>
            {reminders.stoppedAt ? (
              <>
                U krijgt geen herinneringen sinds <Moment at={reminders.stoppedAt} />.
              </>
            ) : (
              'Wij herinneren u aan een bijeenkomst als u nog niet hebt geantwoord, en kort ervoor als u komt.'
            )}{' '}
            Uitnodigingen, wijzigingen en afzeggingen krijgt u altijd.
          </p>
          <ReminderSwitch isStopped={reminders.stoppedAt !== undefined} kind="secondary" />
        </section>
      )}
      <h2>Meenemen of wissen</h2>
      <div className="actions">
        <ButtonLink kind="secondary" href={`/mijn/${token}/gegevens.json`}>
          Gegevens downloaden
        </ButtonLink>
        <ButtonLink kind="secondary" href={`/mijn/${token}/gegevens/wissen`}>
          Gegevens wissen
        </ButtonLink>
      </div>
    </PageLayout>
  )
}

function mailsInWords(mails: number): string {
  if (mails === 0) return 'geen mails'
  return mails === 1 ? '1 mail' : `${mails} mails`
}
