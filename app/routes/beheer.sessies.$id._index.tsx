import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { AnswersBar } from '#app/components/attending/answers-bar.tsx'
import { EngagementPanel } from '#app/components/inviting/engagement-panel.tsx'
import { SessionMailProgress } from '#app/components/inviting/session-mail-progress.tsx'
import { WaitingMailNotice } from '#app/components/inviting/waiting-mail-notice.tsx'
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
import { councilVoices } from '#app/domain/inviting/council-voice.ts'
import { waitingMailInWords } from '#app/domain/inviting/waiting-mail.ts'
import { isInCalendars } from '#app/domain/scheduling/briefing-session.ts'
import { eventInWords } from '#app/domain/scheduling/session-words.ts'
import { requireStaffSession } from '#app/pages/scheduling/shown-session.server.ts'
import { sessionWarningsNow } from '#app/use-cases/scheduling/warn-about-session.ts'
import { usePageData } from '#app/web/page-data.ts'
import { type EngagementLine, listEngagementOverview } from '#db/inviting/engagement-overview.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'
import { countAnswers } from '#db/scheduling/session-answers.ts'
import { countMails } from '#db/scheduling/session-mails.ts'
import { listSessionTimeline } from '#db/scheduling/session-timeline.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.session.title ?? 'Bijeenkomst'} - Bijeenkomsten - Raadsbriefing` },
]

const outcomes = {
  gepland: 'Het concept is opgeslagen. Er is nog geen mail verstuurd.',
  gepubliceerd: 'De bijeenkomst is gepubliceerd. De griffies krijgen bericht.',
  optie: 'De optie is aangeboden. De griffie krijgt bericht.',
  verlengd: 'De optie vervalt op een ander moment. De griffie krijgt bericht.',
  uitgenodigd: 'Wie nog niets kreeg, krijgt nu een uitnodiging.',
  antwoord: 'Het antwoord is genoteerd, met uw naam erbij.',
  gewijzigd: 'De wijziging is opgeslagen.',
  geannuleerd: 'De bijeenkomst is geannuleerd. Zaal en sprekers zijn weer vrij.',
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
    mails: await countMails(db, session.id),
    waitingMail: waitingMailInWords(await findWaitingMail(db, now(), session.id), now()),
    timeline: await listSessionTimeline(db, session.id),
    warnings: await sessionWarningsNow(db, site, { session, seatsTaken: answers.seats }, now()),
  }
}

/** The councils that said yes to an option, and those that said no. */
function agreedOf(lines: readonly EngagementLine[]) {
  const voices = [...councilVoices(lines).values()]
  const saying = (answer: 'yes' | 'no') =>
    voices.flatMap((voice) => (voice.answer === answer ? (voice.municipalityName ?? []) : []))
  return { yes: saying('yes'), no: saying('no') }
}

export default function SessionPage() {
  const { viewer, session, answers, engagements, mails, waitingMail, timeline, warnings } = usePageData<typeof loader>()
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
            <SessionTurn session={session} agreed={agreedOf(engagements)} />
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
