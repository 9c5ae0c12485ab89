import type { Trx } from '../../connection.server.ts'
import { demoOfficers } from './people.ts'
import { plantDraft } from './plant-draft.ts'
import { plantEngagements } from './plant-engagements.ts'
import { plantInbox } from './plant-inbox.ts'
import { idIn, plantPeople } from './plant-people.ts'
import { plantProposal } from './plant-proposal.ts'
import { plantRegistrations } from './plant-registrations.ts'
import { plantRequests } from './plant-requests.ts'
import { plantSessions } from './plant-sessions.ts'
import { daysAgo } from './story-time.ts'

/**
 * Every status once, around `now`. A database that has the story already keeps it as people left it: a second story beside
 * it, with other dates, would only confuse.
 */
export async function plantDemoStory(trx: Trx, now: Temporal.Instant): Promise<void> {
  if (await hasStory(trx)) return
  const cast = await plantPeople(trx, now)
  const requests = await plantRequests(trx, cast, now)
  await plantDraft(trx, cast, now)
  await trx
    .insertInto('clarification')
    .values({
      briefing_request_id: idIn(requests, 'question'),
      question: 'Wilt u deze bijeenkomst besloten houden? Dan kunnen wij meer voorbeelden noemen.',
      asked_by: idIn(cast.people, 'planner'),
      asked_at: daysAgo(now, 5),
    })
    .execute()
  await plantProposal(
    trx,
    { briefingRequestId: idIn(requests, 'proposal'), proposedBy: idIn(cast.people, 'planner') },
    now,
  )
  // Accepted without a dossier number: the mail that says so waits for it.
  await trx
    .insertInto('withheld_mail')
    .values({
      kind: 'request-accepted',
      reason: 'dosNumberMissing',
      briefing_request_id: idIn(requests, 'heldBackMail'),
      withheld_at: daysAgo(now, 7),
    })
    .execute()
  const sessions = await plantSessions(trx, { cast, requests }, now)
  await plantRegistrations(trx, { cast, sessions }, now)
  await plantEngagements(trx, sessions, now)
  await plantInbox(trx, { cast, sessions }, now)
}

async function hasStory(trx: Trx): Promise<boolean> {
  const [first] = demoOfficers
  const row = await trx.selectFrom('email_address').select('id').where('address', '=', first.address).executeTakeFirst()
  return row !== undefined
}
