import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { assertAhead, openProposal, type ProposedEvening, proposesTheSame } from '#app/domain/requesting/proposal.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import { foreseeRequestMails } from '#app/use-cases/scheduling/foresee-mails.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { insertProposal } from '#db/requesting/proposals.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { findStandingSession } from '#db/scheduling/session-requests.ts'
import { eveningProposed } from '#emails/requesting/evening-proposed.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

export type ProposeEvenings = RequestAtVersion & { evenings: readonly ProposedEvening[]; staffId: string }

/**
 * The province can give the briefing on these evenings, the best first; the council chooses. Nothing is held: no room, no speaker. The same form sent twice
 * proposes once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible, request-already-planned, evening-already-past
 */
export async function proposeEvenings(
  db: Db,
  site: Site,
  input: ProposeEvenings,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute((trx) => propose(trx, site, input, now))
}

/** Which mails proposing would send. Throws what proposing would throw. */
export async function foreseeProposing(
  db: Db,
  site: Site,
  input: ProposeEvenings,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  const found = await findBriefingRequestByReference(db, input.reference)
  if (!found) throw new NotFound('briefing request')
  const work = async (trx: Trx) => {
    await propose(trx, site, input, now)
    return []
  }
  return foreseeRequestMails(db, found.id, work, now)
}

async function propose(trx: Trx, site: Site, input: ProposeEvenings, now: Temporal.Instant): Promise<void> {
  const { reference, evenings, staffId } = input
  const found = await lockUnlessDone(trx, input, (now) => {
    const open = openProposal(now)
    return open?.proposedBy.personId === staffId && proposesTheSame(open.evenings, evenings)
  })
  if (!found) return
  const change = {
    status: statusAfter('propose', found.status),
    handledBy: found.handledBy ? undefined : staffId,
  }
  const standing = await findStandingSession(trx, found.id)
  if (standing) throw new Refusal('request-already-planned', { reference, otherTitle: standing.title })
  for (const evening of evenings) assertAhead(evening, now)
  const proposalId = await insertProposal(trx, { briefingRequestId: found.id, proposedBy: staffId, evenings }, now)
  const actor = { kind: 'staff', personId: staffId } as const
  const facts = { evenings: evenings.map(({ start }) => start.toString()) }
  const action = 'briefingRequest.proposed'
  const briefingRequest = await changeRequest(trx, found, { change, actor, action, facts }, now)
  const content = eveningProposed({
    name: briefingRequest.contact.name,
    briefing: briefingInMail(briefingRequest),
    evenings,
    statusUrl: requestAddresses(site, reference).status,
  })
  await postToContact(trx, site, { briefingRequest, content, occasion: proposalId }, now)
}
