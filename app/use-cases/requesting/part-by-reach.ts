import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { Db } from '#db/connection.server.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'

/** Which of these councils can be reached by mail: a clerk is known whose address works. */
export async function partByReach<Council extends { councilId: string }>(
  db: Db,
  councils: readonly Council[],
  now: Temporal.Instant,
): Promise<{ reachable: Council[]; unreachable: Council[] }> {
  const ids = councils.map(({ councilId }) => councilId)
  const clerks = await listCouncilClerks(db, ids, dateInAmsterdam(now))
  const reached = new Set(clerks.filter(({ isSuspended }) => !isSuspended).map(({ councilId }) => councilId))
  return {
    reachable: councils.filter(({ councilId }) => reached.has(councilId)),
    unreachable: councils.filter(({ councilId }) => !reached.has(councilId)),
  }
}
