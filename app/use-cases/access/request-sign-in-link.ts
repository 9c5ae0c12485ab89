import { randomUUID } from 'node:crypto'
import { localPath } from '#app/domain/access/local-path.ts'
import { findEmailAddressId } from '#db/access/email-addresses.ts'
import type { Db } from '#db/connection.server.ts'
import { addJob } from '#db/jobs.ts'

/**
 * Asks for a sign-in link. Known address or not, the same work is done here: one look-up and one job, so that neither the answer nor the time it
 * takes tells who has an account. The job finds out whether there is anybody to write to.
 */
export async function requestSignInLink(
  db: Db,
  input: { address: string; returnTo: string | undefined },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const emailAddressId = await findEmailAddressId(trx, input.address)
    await addJob(trx, 'sendSignInLink', {
      mailId: randomUUID(),
      emailAddressId: emailAddressId ?? null,
      returnTo: localPath(input.returnTo) ?? '/',
    })
  })
}
