import { erasePersonData } from '#db/attending/erase.ts'
import type { Db } from '#db/connection.server.ts'
import { forgetTrayChoices } from '#db/inviting/tray-memory.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import {
  clearNeedsOfPastEvenings,
  clearOldContacts,
  clearOldMail,
  deleteDeadSignIns,
  deleteOldAuditEvents,
  deleteOldInbox,
  deleteUnconfirmed,
  listParticipantsToForget,
} from '#db/overseeing/retention.ts'

/** In days, from the configuration that the privacy page also shows. */
export type RetentionTerms = { unconfirmed: number; registration: number; contact: number; audit: number; mail: number }

const peopleAtATime = 200

/**
 * Takes out what has been kept long enough (AVG art. 5(1)(e)). The clock calls this every night; running it twice does nothing more. Only counts are
 * recorded. Dossiers themselves stay: the Archiefwet decides on those.
 */
export async function applyRetention(db: Db, terms: RetentionTerms, now: Temporal.Instant): Promise<void> {
  const before = (days: number) => now.subtract({ hours: 24 * days })
  const counts = await db.transaction().execute(async (trx) => ({
    unconfirmed: await deleteUnconfirmed(trx, before(terms.unconfirmed)),
    needs: await clearNeedsOfPastEvenings(trx, before(terms.registration)),
    contacts: await clearOldContacts(trx, before(terms.contact)),
    mails: await clearOldMail(trx, before(terms.mail), now),
    incomingMails: await deleteOldInbox(trx, before(terms.mail)),
    senders: await forgetTrayChoices(trx, { before: before(terms.contact) }),
    signIns: await deleteDeadSignIns(trx, before(1)),
    auditEvents: await deleteOldAuditEvents(trx, before(terms.audit)),
  }))
  const people = await forgetParticipants(db, before(terms.registration), now)
  await db
    .transaction()
    .execute((trx) =>
      recordAuditEvent(
        trx,
        { actor: { kind: 'system' }, action: 'retention.applied', after: { ...counts, people } },
        now,
      ),
    )
}

async function forgetParticipants(db: Db, before: Temporal.Instant, now: Temporal.Instant): Promise<number> {
  for (let count = 0; ; ) {
    const forgotten = await db.transaction().execute(async (trx) => {
      const ids = await listParticipantsToForget(trx, before, peopleAtATime)
      for (const id of ids) await erasePersonData(trx, id, now)
      return ids.length
    })
    count += forgotten
    if (forgotten < peopleAtATime) return count
  }
}
