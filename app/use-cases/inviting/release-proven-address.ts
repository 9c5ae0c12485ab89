import type { Trx } from '#db/connection.server.ts'
import { releaseIfSuspendedBy } from '#db/inviting/address-release.ts'
import { addJob } from '#db/jobs.ts'
import { type Actor, recordAuditEvent } from '#db/overseeing/audit-events.ts'

/** Somebody opened a link that was mailed after her address was suspended: it works again. A link from before says nothing. */
export async function releaseProvenAddress(
  trx: Trx,
  {
    emailAddressId,
    mailedAt,
    actor,
  }: { emailAddressId: string; mailedAt: Temporal.Instant; actor: Extract<Actor, { personId: string }> },
  now: Temporal.Instant,
): Promise<void> {
  if (!(await releaseIfSuspendedBy(trx, { emailAddressId, by: mailedAt }, now))) return
  await addJob(trx, 'openWithheldMails', {})
  const after = { personId: actor.personId, because: 'linkOpened' }
  await recordAuditEvent(trx, { actor, action: 'emailAddress.released', before: { suspended: true }, after }, now)
}
