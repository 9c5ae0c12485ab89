import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { type OpenedMail, openOutgoingMail } from './open-outgoing-mail.ts'
import { type ResendMail, resendMailWithin } from './resend-mail.ts'

/**
 * The mail that would go, made and undone: what is seen beforehand is what will leave, because the same code makes it.
 * @throws whatever sending it would refuse
 */
export async function foreseeResend(
  db: Db,
  site: Site,
  input: ResendMail,
  now: Temporal.Instant,
): Promise<OpenedMail | undefined> {
  const trx = await db.startTransaction().execute()
  try {
    const { outboxId, isSent } = await resendMailWithin(trx, site, input, now)
    return isSent ? await openOutgoingMail(trx, site, outboxId) : undefined
  } finally {
    await trx.rollback().execute()
  }
}
