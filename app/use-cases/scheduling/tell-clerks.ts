import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { BriefingSession, SessionCouncil } from '#app/domain/scheduling/briefing-session.ts'
import type { SessionChange } from '#app/domain/scheduling/session-change.ts'
import { clerkStatusUrl, councilLink } from '#app/domain/scheduling/session-links.ts'
import type { Site } from '#app/domain/site.ts'
import { toldKey } from '#app/use-cases/inviting/engage-people.ts'
import { eveningsOfCouncils } from '#app/use-cases/inviting/evenings-of-councils.ts'
import { postMessage } from '#app/use-cases/inviting/post-message.ts'
import type { Trx } from '#db/connection.server.ts'
import { type CouncilClerk, listCouncilClerks } from '#db/scheduling/council-clerks.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import type { MailContent } from '#emails/message.ts'
import { clerkSessionCancelled } from '#emails/scheduling/clerk-session-cancelled.ts'
import { clerkSessionChanged } from '#emails/scheduling/clerk-session-changed.ts'
import { sessionPublished } from '#emails/scheduling/session-published.ts'

/** Tells the clerks of every council of an evening what happened, each with the link of its own council. Clerks in `told` are left out: the mail with their calendar entry says it already. */
export async function tellClerks(
  trx: Trx,
  site: Site,
  { session, change, told }: { session: BriefingSession; change: SessionChange; told: ReadonlySet<string> },
  now: Temporal.Instant,
): Promise<void> {
  const today = dateInAmsterdam(now)
  const councilIds = session.councils.map(({ councilId }) => councilId)
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  for (const clerk of await listCouncilClerks(trx, councilIds, today)) {
    const council = session.councils.find(({ councilId }) => councilId === clerk.councilId)
    if (council === undefined || told.has(toldKey(clerk))) continue
    const content = contentFor({
      site,
      session,
      change,
      council,
      clerk,
      evening: eveningFor(clerk.councilId),
    })
    await postMessage(
      trx,
      site,
      {
        content,
        to: { name: clerk.name, address: clerk.address },
        dedupeKey: `${content.kind}:${session.id}:${clerk.councilId}:${clerk.personId}:${session.version}`,
        lane: `person:${clerk.personId}`,
        personId: clerk.personId,
        briefingSessionId: session.id,
      },
      now,
    )
  }
}

type Telling = {
  site: Site
  session: BriefingSession
  change: SessionChange
  council: SessionCouncil
  clerk: CouncilClerk
  evening: Evening
}

function contentFor({ site, session, change, council, clerk, evening }: Telling): MailContent {
  const shared = {
    name: clerk.name,
    evening,
    registerUrl: councilLink(site, council.linkToken),
    statusUrl: clerkStatusUrl(site, session),
  }
  switch (change.kind) {
    case 'published':
      return sessionPublished(shared)
    case 'changed':
      return clerkSessionChanged({ ...shared, before: change.old, changes: change.all })
    case 'cancelled':
      return clerkSessionCancelled({
        ...shared,
        reason: change.reason,
        afterwards: change.councilLeft ? 'councilLeft' : change.requestEnds ? 'requestEnded' : 'newMoment',
      })
  }
}
