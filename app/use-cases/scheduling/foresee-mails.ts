import type { Db, Trx } from '#db/connection.server.ts'
import { type ForeseenMails, findMailsMadeAt } from '#db/scheduling/session-mails.ts'

/**
 * Does the real thing and undoes it: what people see beforehand is what will happen, because it is the same code. Nothing is
 * kept and nothing leaves, since mails and jobs live in the transaction that is rolled back.
 * @throws whatever the real thing refuses
 */
export async function foreseeMails(
  db: Db,
  briefingSessionId: string,
  work: (trx: Trx) => Promise<void>,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  const trx = await db.startTransaction().execute()
  try {
    await work(trx)
    return await findMailsMadeAt(trx, briefingSessionId, now)
  } finally {
    await trx.rollback().execute()
  }
}
