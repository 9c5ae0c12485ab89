import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Db } from '#db/connection.server.ts'
import { withdrawProposal as writeWithdrawal } from '#db/requesting/proposals.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'

/**
 * The province takes back a proposal that nobody answered yet. No mail goes out: the council reads it on the page of its request. Withdrawing twice
 * withdraws once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function withdrawProposal(
  db: Db,
  input: RequestAtVersion & { staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockUnlessDone(trx, input, ({ status, proposals }) => {
      return status === 'inTreatment' && proposals.at(-1)?.withdrawnAt !== undefined
    })
    if (!found) return
    const change = { status: statusAfter('withdrawProposal', found.status) }
    await writeWithdrawal(trx, found.id, input.staffId, now)
    const actor = { kind: 'staff', personId: input.staffId } as const
    await changeRequest(trx, found, { change, actor, action: 'briefingRequest.proposalWithdrawn' }, now)
  })
}
