import type { ProposedEvening } from '#app/domain/requesting/proposal.ts'
import type { Site } from '#app/domain/site.ts'
import { proposeEvenings } from '#app/use-cases/requesting/propose-evenings.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { aSite, inWeeks } from './here-and-now.ts'

/** Half past seven here for an hour and a half, this many weeks after `now`. */
export function aProposedEvening(now: Temporal.Instant, weeks: number): ProposedEvening {
  const start = inWeeks(weeks, now)
  return { start, end: start.add({ minutes: 90 }), reason: `Na ${weeks} weken` }
}

type Made = { reference: string; staffId: string; site?: Site; weeks?: readonly number[] }

/** Evenings proposed the way staff propose them, for a request in treatment. Gives the id of the proposal. */
export async function aProposal(
  db: Db,
  { reference, staffId, site = aSite, weeks = [8, 9] }: Made,
  now: Temporal.Instant,
): Promise<string> {
  const found = await findBriefingRequestByReference(db, reference)
  const evenings = weeks.map((each) => aProposedEvening(now, each))
  await proposeEvenings(db, site, { reference, version: found?.version ?? 0, evenings, staffId }, now)
  const proposed = await findBriefingRequestByReference(db, reference)
  return proposed?.proposals.at(-1)?.id ?? ''
}
