import type { RetentionRule } from '#app/domain/overseeing/personal-data.ts'
import { erasePersonData } from '#db/attending/erase.ts'
import type { Db } from '#db/connection.server.ts'
import { forgetTrayChoices } from '#db/inviting/tray-memory.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import {
  clearNeedsOfPastEvenings,
  clearOldContacts,
  clearOldMail,
  clearSentDrafts,
  deleteDeadSignIns,
  deleteLooseAddresses,
  deleteOldAttempts,
  deleteOldAuditEvents,
  deleteOldConfirmations,
  deleteOldInbox,
  deleteUnconfirmed,
  giveUpWithheld,
  listPeopleToForget,
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
  const counts: Partial<Record<RetentionRule, number>> = await db.transaction().execute(async (trx) => ({
    unconfirmed: await deleteUnconfirmed(trx, before(terms.unconfirmed)),
    sentDrafts: await clearSentDrafts(trx, before(terms.unconfirmed)),
    needs: await clearNeedsOfPastEvenings(trx, before(terms.registration)),
    contacts: await clearOldContacts(trx, before(terms.contact)),
    mails: await clearOldMail(trx, before(terms.mail), now),
    withheld: await giveUpWithheld(trx, before(terms.mail), now),
    incomingMails: await deleteOldInbox(trx, before(terms.mail)),
    senders: await forgetTrayChoices(trx, { before: before(terms.contact) }),
    confirmations: await deleteOldConfirmations(trx, before(terms.registration)),
    signIns: await deleteDeadSignIns(trx, before(1)),
    attempts: await deleteOldAttempts(trx, before(1)),
    auditEvents: await deleteOldAuditEvents(trx, before(terms.audit)),
  }))
  const people = await forgetPeople(db, { since: before(terms.registration), sinceContact: before(terms.contact) }, now)
  await db.transaction().execute(async (trx) => {
    // Last: whatever pointed to an address has gone by now.
    const addresses = await deleteLooseAddresses(trx, before(terms.unconfirmed))
    const after = { ...counts, people, addresses }
    await recordAuditEvent(trx, { actor: { kind: 'system' }, action: 'retention.applied', after }, now)
  })
}

async function forgetPeople(
  db: Db,
  terms: Parameters<typeof listPeopleToForget>[1],
  now: Temporal.Instant,
): Promise<number> {
  for (let count = 0; ; ) {
    const forgotten = await db.transaction().execute(async (trx) => {
      const ids = await listPeopleToForget(trx, terms, peopleAtATime)
      for (const id of ids) await erasePersonData(trx, id, now)
      return ids.length
    })
    count += forgotten
    if (forgotten < peopleAtATime) return count
  }
}
