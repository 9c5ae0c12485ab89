import type { OwnAddress } from '#app/domain/inviting/bare-address.ts'
import { type BounceKind, bounceKindOf, bounceWindowDays, suspendsAddress } from '#app/domain/inviting/bounce-rule.ts'
import type { IncomingContent } from '#app/domain/inviting/incoming-mail.ts'
import type { Trx } from '#db/connection.server.ts'
import {
  findReturnedMail,
  insertBounce,
  listBouncesSince,
  markUndelivered,
  type ReturnedMail,
  suspendAddress,
} from '#db/inviting/bounces.ts'
import { findPersonByAddress } from '#db/inviting/reply-context.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'

export type RecordBounce = {
  inboxId: string
  content: Extract<IncomingContent, { kind: 'bounce' }>
  own: OwnAddress | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Notes what came back. A report that names none of our mails only says something about an address, and anybody could have written
 * it: it changes nothing. An answer is never changed by a bounce.
 */
export async function recordBounce(
  trx: Trx,
  { inboxId, content, own }: RecordBounce,
  now: Temporal.Instant,
): Promise<{ kind: BounceKind | 'success' | 'unknownMail'; about: { personId?: string; briefingSessionId?: string } }> {
  const outboxIds = [own?.box === 'bounce' ? own.outboxId : undefined, content.envelopeId].flatMap((id) =>
    id && uuid.test(id) ? [id] : [],
  )
  const mail = await findReturnedMail(trx, { outboxIds, messageId: content.originalMessageId })
  if (!mail) return { kind: 'unknownMail', about: await whoseAddress(trx, content) }
  const about = { personId: mail.personId, briefingSessionId: mail.briefingSessionId }
  // We send one mail to one address, so the gravest report is the one about it.
  const [gravest] = content.reports
    .flatMap(({ action, status }) => {
      const kind = bounceKindOf({ action, status })
      return kind ? [{ kind, status }] : []
    })
    .sort((one, other) => gravity.indexOf(one.kind) - gravity.indexOf(other.kind))
  if (!gravest) return { kind: 'success', about }
  await insertBounce(trx, { inboxId, mail, ...gravest }, now)
  if (gravest.kind === 'unknownUser' || gravest.kind === 'hard') {
    await markUndelivered(trx, mail)
    await suspendIfNeeded(trx, mail, gravest.status, now)
  }
  return { kind: gravest.kind, about }
}

/** For the log only: whose address a report names that tells of no mail of ours. */
async function whoseAddress(trx: Trx, { reports }: RecordBounce['content']): Promise<{ personId?: string }> {
  const recipient = reports.find((report) => report.recipient)?.recipient
  const person = recipient === undefined ? undefined : await findPersonByAddress(trx, recipient)
  return { personId: person?.id }
}

const gravity: BounceKind[] = ['unknownUser', 'hard', 'soft', 'delayed']

async function suspendIfNeeded(trx: Trx, mail: ReturnedMail, status: string, now: Temporal.Instant): Promise<void> {
  if (mail.emailAddressId === undefined) return
  const since = now.subtract({ hours: 24 * bounceWindowDays })
  if (!suspendsAddress(await listBouncesSince(trx, mail.emailAddressId, since))) return
  if (!(await suspendAddress(trx, mail.emailAddressId, status, now))) return
  await recordAuditEvent(
    trx,
    {
      actor: { kind: 'system' },
      action: 'emailAddress.suspended',
      briefingSessionId: mail.briefingSessionId,
      after: { personId: mail.personId, status },
    },
    now,
  )
}
