import { provesReturnAddress } from '#app/domain/access/tokens.server.ts'
import type { OwnAddress } from '#app/domain/inviting/bare-address.ts'
import { type BounceKind, bounceKindOf, bounceWindowDays, suspendsAddress } from '#app/domain/inviting/bounce-rule.ts'
import type { AuthenticationResult, IncomingContent } from '#app/domain/inviting/incoming-mail.ts'
import type { Site } from '#app/domain/site.ts'
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
  authentication: AuthenticationResult
}

export type RecordedBounce = {
  kind: BounceKind | 'success' | 'unknownMail' | 'bounceUnproven'
  about: { personId?: string; briefingSessionId?: string }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Notes what came back. A report that names none of our mails only says something about an address, and anybody could have written
 * it: it changes nothing. One that names a mail may be of somebody who saw it, or was forwarded it: what it says of the address counts only when it came to
 * that mail's own return address, whose proof stands in no mail and on no page. An answer is never changed by a bounce.
 */
export async function recordBounce(
  trx: Trx,
  site: Pick<Site, 'linkSecret'>,
  report: RecordBounce,
  now: Temporal.Instant,
): Promise<RecordedBounce> {
  const { inboxId, content, own } = report
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
  if (mail.outboxId !== provenOutboxId(site, report)) return { kind: 'bounceUnproven', about }
  await insertBounce(trx, { inboxId, mail, ...gravest }, now)
  if (gravest.kind === 'unknownUser' || gravest.kind === 'hard') {
    await markUndelivered(trx, mail)
    await suspendIfNeeded(trx, mail, gravest.status, now)
  }
  return { kind: gravest.kind, about }
}

/** The mail that certainly came back, when the envelope of the report says so and nothing speaks against it. */
function provenOutboxId({ linkSecret }: Pick<Site, 'linkSecret'>, { content, own, authentication }: RecordBounce) {
  if (own?.box !== 'bounce' || own.outboxId === undefined || own.proof === undefined) return undefined
  if (content.hasSender || authentication === 'fail') return undefined
  return provesReturnAddress(linkSecret, own.proof, own.outboxId) ? own.outboxId : undefined
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
