import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'
import { listEngaged } from '#db/inviting/engagements.ts'
import { findInvitee } from '#db/inviting/invitees.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { postCalendarMails } from './post-calendar-mails.ts'
import { writeEngagedMail } from './write-engaged-mail.ts'

/** The entry as it stands once more, for a speaker, a room or a clerk. False for somebody who has a seat, which is then what her entry is, and for who is nothing at all. */
export async function sendEngagementAgain(
  trx: Trx,
  site: Site,
  { session, personId }: { session: BriefingSession; personId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const [record] = await listEngaged(trx, session.id, ['speaker', 'venue', 'clerk'], [personId])
  if (record === undefined || (await findInvitee(trx, session.id, personId))?.place === 'seat') return false
  const eveningFor = await eveningsOfCouncils(trx, session, now)
  const event = { kind: 'joined' } as const
  const write = writeEngagedMail({ site, session, record, event, statusBefore: session.status, eveningFor })
  await postCalendarMails(trx, site, { session, mails: [{ invitee: record, write }] }, now)
  return true
}
