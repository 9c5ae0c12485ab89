import type { RequestStatus } from '#app/domain/requesting/status.ts'
import { partByReach } from '#app/use-cases/requesting/part-by-reach.ts'
import type { Db } from '#db/connection.server.ts'

type Asked = { reference: string; status: RequestStatus; silentCouncils: readonly { councilId: string }[] }

/** The references of those requests in which everybody who could be asked has answered: only the council that asked can do something now. */
export async function listUpToLead(
  db: Db,
  requests: readonly Asked[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const waiting = requests.filter(({ status }) => status === 'awaitingCoRequesters')
  const silent = waiting.flatMap(({ silentCouncils }) => silentCouncils)
  if (waiting.length === 0) return new Set()
  const { reachable } = await partByReach(db, silent, now)
  const reached = new Set(reachable.map(({ councilId }) => councilId))
  return new Set(
    waiting
      .filter(({ silentCouncils }) => !silentCouncils.some(({ councilId }) => reached.has(councilId)))
      .map(({ reference }) => reference),
  )
}
