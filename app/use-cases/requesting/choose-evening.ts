import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { assertAhead, assertOpen, type Proposal } from '#app/domain/requesting/proposal.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { lockBriefingRequest } from '#db/requesting/briefing-requests.ts'
import { answerProposal } from '#db/requesting/proposals.ts'
import { eveningChosen } from '#emails/requesting/evening-chosen.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest } from './change-request.ts'
import { requestAddresses } from './request-addresses.ts'
import { tellWhoAsked } from './tell-who-asked.ts'

export type ChooseEvening = {
  reference: string
  /** The proposal as the page showed it: its evenings never change, so the version of the request does not count here. */
  proposalId: string
  /** Undefined: none of these evenings. */
  position: number | undefined
  remark: string
  viewer: Viewer
}

/**
 * The council that leads chooses one of the proposed evenings, or none; the request goes back to the province and whoever proposed hears it, or her
 * colleagues. The same form sent twice chooses once.
 * @throws NotFound, or Refusal proposal-closed, step-not-possible, evening-already-past
 */
export async function chooseEvening(db: Db, site: Site, input: ChooseEvening, now: Temporal.Instant): Promise<void> {
  const { reference, proposalId, position, remark, viewer } = input
  const { personId } = viewer
  await db.transaction().execute(async (trx) => {
    const found = await lockBriefingRequest(trx, reference, { councilIds: councilIdsOf(viewer), personId })
    const proposal = found?.proposals.find(({ id }) => id === proposalId)
    if (!found || !proposal) throw new NotFound('proposal')
    if (isDone(proposal, input)) return
    assertOpen(proposal)
    const change = { status: statusAfter('choose', found.status) }
    const chosen = proposal.evenings.find((evening) => evening.position === position)
    if (position !== undefined && !chosen) throw new NotFound('evening')
    if (chosen) assertAhead(chosen, now)
    await answerProposal(trx, proposal.id, { position, remark, answeredBy: personId }, now)
    const actor = { kind: 'clerk', personId } as const
    const action = chosen ? 'briefingRequest.eveningChosen' : 'briefingRequest.noEveningChosen'
    const facts = { evening: chosen?.start.toString() }
    const briefingRequest = await changeRequest(trx, found, { change, actor, action, facts }, now)
    const requestUrl = requestAddresses(site, reference).staff
    const briefing = briefingInMail(briefingRequest)
    const write = (name: string) => eveningChosen({ name, briefing, chosen, remark, requestUrl })
    await tellWhoAsked(trx, site, { briefingRequest, askedBy: proposal.proposedBy, id: proposal.id, write }, now)
  })
}

function isDone({ answeredAt, chosenPosition, remark }: Proposal, input: ChooseEvening): boolean {
  return answeredAt !== undefined && chosenPosition === input.position && remark === input.remark
}
