import type { Db } from '#db/connection.server.ts'
import { readAcceptanceJournals, removeOldJournals } from '#db/inviting/acceptance-journal.server.ts'
import { recordSent } from '#db/inviting/delivery-outcomes.ts'

/** How long a journal is kept that nobody writes any more. */
const kept = Temporal.Duration.from({ hours: 24 })

/** A worker that starts tells the database first what an earlier one on this machine saw accepted and could not record any more. */
export async function recallAcceptances(db: Db, folder: string, now: Temporal.Instant): Promise<void> {
  const acceptances = readAcceptanceJournals(folder)
  if (acceptances.length > 0) await recordSent(db, acceptances)
  removeOldJournals(folder, now.subtract(kept))
}
