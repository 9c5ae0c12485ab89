import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { Site } from '#app/domain/site.ts'
import { ensureEmailAddress } from '#db/access/email-addresses.ts'
import { lockPerson } from '#db/access/people.ts'
import { listComingEvenings } from '#db/attending/erase.ts'
import { hasWorkHere } from '#db/attending/participants.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import {
  type AddressOfPerson,
  findAddressOfPerson,
  lockEmailAddress,
  moveToAddress,
  releaseAddress as release,
} from '#db/inviting/address-release.ts'
import { findAddressHolder } from '#db/inviting/person-aliases.ts'
import { laneOf } from '#db/inviting/supersede.ts'
import { settleWithheldOfEvening } from '#db/inviting/withheld.ts'
import { addJob } from '#db/jobs.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { eveningsOfCouncils } from './evenings-of-councils.ts'
import { sendInvitation } from './send-invitation.ts'

export type ReleaseAddress = {
  personId: string
  /** Corrected, or the same when the mailbox works again. */
  address: string
  /** Whether the evenings to come are sent again at once. */
  sendsAgain: boolean
  staffId: string
  isAdministrator: boolean
}

/**
 * Staff asked what the right address is: mail leaves for it again, and what was withheld first. The links in earlier mail stop working when the address is another one,
 * since somebody else may have got them. Answers stay as they are.
 * @throws NotFound, or Refusal address-needs-administrator, address-of-another
 */
export async function releaseAddress(
  db: Db,
  site: Site,
  input: ReleaseAddress,
  now: Temporal.Instant,
): Promise<{ sent: number }> {
  const { personId, staffId } = input
  return db.transaction().execute(async (trx) => {
    await lockPerson(trx, personId)
    const current = await findAddressOfPerson(trx, personId)
    if (current === undefined) throw new NotFound('person with an address')
    const emailAddressId = await rightAddress(trx, current, input, now)
    await release(trx, emailAddressId, now)
    await addJob(trx, 'openWithheldMails', {})
    const event = {
      actor: { kind: 'staff', personId: staffId } as const,
      action: emailAddressId === current.emailAddressId ? 'emailAddress.released' : 'emailAddress.corrected',
      before: { suspended: current.suspendedAt !== undefined, status: current.suspendedReason },
      after: { personId },
    }
    await recordAuditEvent(trx, event, now)
    return { sent: input.sendsAgain ? await sendAgain(trx, site, personId, now) : 0 }
  })
}

async function rightAddress(
  trx: Trx,
  current: AddressOfPerson,
  { address, isAdministrator }: ReleaseAddress,
  now: Temporal.Instant,
): Promise<string> {
  const { personId, emailAddressId: from } = current
  if (address.toLowerCase() === current.address.toLowerCase()) return from
  // Who has a role signs in with her address: whoever changes it could sign in as her.
  if (!isAdministrator && (await hasWorkHere(trx, personId))) throw new Refusal('address-needs-administrator')
  const to = await ensureEmailAddress(trx, address, now)
  await lockEmailAddress(trx, to)
  const holder = await findAddressHolder(trx, to)
  if (holder !== undefined && holder.personId !== personId)
    throw new Refusal('address-of-another', { name: holder.name })
  await moveToAddress(trx, { personId, from, to })
  return to
}

async function sendAgain(trx: Trx, site: Site, personId: string, now: Temporal.Instant): Promise<number> {
  let sent = 0
  for (const id of await listComingEvenings(trx, personId, now)) {
    const session = await lockBriefingSession(trx, id)
    if (session?.status !== 'published' && session?.status !== 'changed') continue
    const eveningFor = await eveningsOfCouncils(trx, session, now)
    // What was withheld about this evening is in the invitation that goes now.
    await settleWithheldOfEvening(trx, { briefingSessionId: id, personId, lane: laneOf(id, personId) }, now)
    await sendInvitation(trx, site, { session, personId, eveningFor, occasion: 'registered' }, now)
    sent++
  }
  return sent
}
