import type { BriefingRequest } from '#app/domain/requesting/briefing-request.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { listWithheldKinds, resolveWithheldMails } from '#db/requesting/withheld-mails.ts'
import { changeRequest, lockAtVersion, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { writeHeldBackMail } from './write-held-back-mail.ts'

/**
 * Fills in the dossier number. Mails that waited for it leave now, as far as they still tell the truth.
 * @throws NotFound, or Refusal changed-meanwhile
 */
export async function setDosNumber(
  db: Db,
  site: Site,
  input: RequestAtVersion & { dosNumber: string; staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockAtVersion(trx, input)
    const actor = { kind: 'staff', personId: input.staffId } as const
    const change = { dosNumber: input.dosNumber }
    const briefingRequest = await changeRequest(
      trx,
      found,
      { change, actor, action: 'briefingRequest.dosNumberSet' },
      now,
    )
    await releaseMails(trx, site, briefingRequest, now)
  })
}

async function releaseMails(trx: Trx, site: Site, briefingRequest: BriefingRequest, now: Temporal.Instant) {
  for (const kind of new Set(await listWithheldKinds(trx, briefingRequest.id))) {
    const mail = writeHeldBackMail(site, kind, briefingRequest)
    if (mail) await postToContact(trx, site, { briefingRequest, ...mail }, now)
  }
  await resolveWithheldMails(trx, briefingRequest.id, now)
}
