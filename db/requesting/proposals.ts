import type { ProposedEvening } from '#app/domain/requesting/proposal.ts'
import type { Trx } from '../connection.server.ts'

/** One open proposal per request: the database refuses a second (one_open_proposal). */
export async function insertProposal(
  trx: Trx,
  proposal: { briefingRequestId: string; proposedBy: string; evenings: readonly ProposedEvening[] },
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await trx
    .insertInto('proposal')
    .values({
      briefing_request_id: proposal.briefingRequestId,
      proposed_by: proposal.proposedBy,
      proposed_at: now.toString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('proposed_evening')
    .values(
      proposal.evenings.map(({ start, end, reason }, index) => ({
        proposal_id: id,
        position: index + 1,
        starts_at: start.toString(),
        ends_at: end.toString(),
        reason,
      })),
    )
    .execute()
  return id
}

export async function answerProposal(
  trx: Trx,
  id: string,
  answer: { position: number | undefined; remark: string; answeredBy: string },
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('proposal')
    .set({
      chosen_position: answer.position ?? null,
      remark: answer.remark,
      answered_by: answer.answeredBy,
      answered_at: now.toString(),
    })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .execute()
}

export async function withdrawProposal(
  trx: Trx,
  briefingRequestId: string,
  withdrawnBy: string,
  now: Temporal.Instant,
): Promise<void> {
  await trx
    .updateTable('proposal')
    .set({ withdrawn_by: withdrawnBy, withdrawn_at: now.toString() })
    .where('briefing_request_id', '=', briefingRequestId)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
