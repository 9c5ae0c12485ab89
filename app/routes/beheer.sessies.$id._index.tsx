import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { AnswersBar } from '#app/components/attending/answers-bar.tsx'
import { EngagementPanel } from '#app/components/inviting/engagement-panel.tsx'
import { SessionMailProgress } from '#app/components/inviting/session-mail-progress.tsx'
import { WaitingMailNotice } from '#app/components/inviting/waiting-mail-notice.tsx'
import { WhomToCall } from '#app/components/inviting/whom-to-call.tsx'
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx'
import { DossierLayout } from '#app/components/page/dossier-layout.tsx'
import { Outcome } from '#app/components/page/outcome.tsx'
import { StaffLayout } from '#app/components/page/staff-layout.tsx'
import { Timeline } from '#app/components/page/timeline.tsx'
import { WarningList } from '#app/components/page/warning-list.tsx'
import { ProgrammeBar } from '#app/components/scheduling/programme-bar.tsx'
import { SessionCouncils } from '#app/components/scheduling/session-councils.tsx'
import { SessionFactsList } from '#app/components/scheduling/session-facts.tsx'
import { SessionStatusBadge } from '#app/components/scheduling/session-status-badge.tsx'
import { SessionTurn } from '#app/components/scheduling/session-turn.tsx'
import { formatMoment, isoWithOffset } from '#app/domain/calendar-text.ts'
import { waitingMailInWords } from '#app/domain/inviting/waiting-mail.ts'
import { isInCalendars } from '#app/domain/scheduling/briefing-session.ts'
import { eventInWords } from '#app/domain/scheduling/session-words.ts'
import { readAgreement } from '#app/pages/scheduling/agreement.server.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { sessionWarningsNow } from '#app/use-cases/scheduling/warn-about-session.ts'
import { usePageData } from '#app/web/page-data.ts'
import { listEngagementOverview } from '#db/inviting/engagement-overview.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'
import { countAnswers } from '#db/scheduling/session-answers.ts'
import { countMails, listWhomToCall } from '#db/scheduling/session-mails.ts'
import { listSessionTimeline } from '#db/scheduling/session-timeline.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.session.title ?? 'Bijeenkomst'} - Bijeenkomsten - Raadsbriefing` },
]

const outcomes = {
  gepland: 'Het concept is opgeslagen. Er is nog geen mail verstuurd.',
  gepubliceerd: 'De bijeenkomst is gepubliceerd. Bij “Mails” leest u hoeveel mails er al weg zijn.',
  optie: 'De optie is aangeboden. Bij “Mails” leest u hoeveel mails er al weg zijn.',
  verlengd: 'De optie vervalt op een ander moment. Bij “Mails” leest u hoeveel mails er al weg zijn.',
  uitgenodigd: 'Wie nog niets kreeg en een adres heeft, krijgt nu een uitnodiging.',
  antwoord: 'Het antwoord is genoteerd, met uw naam erbij.',
  gewijzigd: 'De wijziging is opgeslagen.',
  geannuleerd: 'De bijeenkomst is geannuleerd.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, site, now } = args.context
  const { viewer, session } = await requireStaffSession(args)
  const answers = await countAnswers(db, session.id)
  return {
    viewer,
    session,
    answers,
    engagements: await listEngagementOverview(db, session.id),
    agreement: await readAgreement(args.context, session),
    mails: await countMails(db, session.id),
    waitingMail: waitingMailInWords(await findWaitingMail(db, now(), session.id), now()),
    // Called off by staff or because its request ended: who has no address hears of it from staff alone.
    toCall:
      session.status === 'cancelled' && Temporal.Instant.compare(session.start, now()) > 0
        ? await listWhomToCall(db, session.id)
        : [],
    timeline: await listSessionTimeline(db, session.id),
    warnings: await sessionWarningsNow(db, site, { session, seatsTaken: answers.seats }, now()),
  }
}

export default function SessionPage() {
  const { viewer, session, answers, engagements, agreement, mails, waitingMail, toCall, timeline, warnings } =
    usePageData<typeof loader>()
  const programme = session.programme.map((block) => ({ key: String(block.position), ...block }))
  const events = timeline.map(({ id, action, at, who, reason }) => ({
    key: String(id),
    what: eventInWords(action),
    who,
    at: isoWithOffset(at),
    when: formatMoment(at),
    reason,
  }))
  return (
    <StaffLayout signedIn={{ name: viewer.name }} current="sessies">
      <Breadcrumbs crumbs={[{ href: '/beheer/sessies', text: 'Bijeenkomsten' }]} />
      <Outcome words={outcomes} />
      <h1>{session.title}</h1>
      <p>
        <SessionStatusBadge status={session.status} />
      </p>
      <DossierLayout
        side={
          <>
            <SessionTurn session={session} agreed={agreement} />
            <section aria-labelledby="antwoorden">
              <h2 id="antwoorden">Reacties</h2>
              <AnswersBar counts={answers} />
              <p>
                <a href={`/beheer/sessies/${session.id}/reacties`}>Bekijk wie wat antwoordde</a>
              </p>
            </section>
            <SessionMailProgress session={session} mails={mails} />
            <Timeline events={events} />
          </>
        }
      >
        <WaitingMailNotice words={waitingMail} />
        <WarningList warnings={warnings} />
        <WhomToCall names={toCall} />
        <SessionFactsList session={session} />
        <h2>Programma</h2>
        {programme.length > 0 ? (
          <ProgrammeBar blocks={programme} />
        ) : (
          <p>Er staat nog niets in het programma. Kies “Wijzigen” om blokken toe te voegen.</p>
        )}
        <EngagementPanel
          path={`/beheer/sessies/${session.id}`}
          lines={session.status === 'cancelled' || session.status === 'held' ? [] : engagements}
          isInCalendars={isInCalendars(session.status)}
        />
        <SessionCouncils session={session} />
      </DossierLayout>
    </StaffLayout>
  )
}
