import type { Trx } from '../../connection.server.ts'
import { insertProposal } from '../../requesting/proposals.ts'
import { demoEvenings } from './demo-evening.ts'
import { daysAgo } from './story-time.ts'

/** Three evenings for the council that has to choose, the first of them the one it likes best (`preferredWeeks` of the request). */
const proposed = [
  { weeks: 9, reason: 'Dit is uw eerste voorkeur, en er is een spreker over ruimte en verstedelijking vrij.' },
  { weeks: 10, reason: 'Ook op deze avond is er een spreker vrij.' },
  { weeks: 12, reason: 'Deze avond geeft u meer tijd om raadsleden uit te nodigen.' },
]

export async function plantProposal(
  trx: Trx,
  proposal: { briefingRequestId: string; proposedBy: string },
  now: Temporal.Instant,
): Promise<void> {
  const starts = demoEvenings(
    now,
    proposed.map(({ weeks }) => weeks),
  )
  const evenings = proposed.flatMap(({ weeks, reason }) => {
    const start = starts.get(weeks)
    return start ? [{ start, end: start.add({ minutes: 90 }), reason }] : []
  })
  await insertProposal(trx, { ...proposal, evenings }, Temporal.Instant.from(daysAgo(now, 3)))
}
