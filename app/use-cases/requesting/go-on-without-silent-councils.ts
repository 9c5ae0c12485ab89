import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { lockAtVersion, type RequestAtVersion } from './change-request.ts'
import { goOn, tellItWentOn } from './go-on.ts'

/**
 * The council that asked waits no longer for those that say nothing.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function goOnWithoutSilentCouncils(
  db: Db,
  site: Site,
  input: RequestAtVersion & { viewer: Viewer },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { personId } = input.viewer
    const waiting = await lockAtVersion(trx, input, { councilIds: councilIdsOf(input.viewer), personId })
    const briefingRequest = await goOn(trx, site, waiting, { kind: 'clerk', personId }, now)
    await tellItWentOn(trx, site, briefingRequest, now)
  })
}
