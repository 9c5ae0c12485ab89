import type { Trx } from '../../connection.server.ts'
import { municipalities } from './municipalities.ts'

/**
 * The councils elected in March 2026 took office on Thursday 26 March 2026, eight days after the election (as in 2018; the
 * law says the Thursday from 23 to 29 March). The term stays open until the next council is known.
 */
const TERM = '[2026-03-26,)'

/** Only evenings the council publishes itself: raadleiderdorp.nl. All others are filled in by the clerk with a request. */
const USUAL_EVENINGS: Record<string, number[]> = { leiderdorp: [1] }

/** What staff and clerks change about a council stays as it is: only a missing council is added. */
export async function plantCouncils(trx: Trx): Promise<void> {
  await trx
    .insertInto('council')
    .values(
      municipalities.map(({ id, slug, name }) => ({
        municipality_id: id,
        name: `gemeenteraad van ${name}`,
        term: TERM,
        usual_evenings: USUAL_EVENINGS[slug] ?? [],
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
