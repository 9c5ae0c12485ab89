/** In characters. Longer texts are no addresses (RFC 5321 §4.5.3.1) and are not compared. */
const longest = 1_000

/** An address as it is compared: lower case, without mailto:, quotes and spaces around it. */
export function bareAddress(address: string): string {
  return address
    .slice(0, longest)
    .trim()
    .replace(/^["'<]+|[>"']+$/g, '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
}

/** Whether two addresses reach one mailbox: a plus-tag (RFC 5233) is the owner's own mark. */
export function isSameMailbox(one: string, other: string): boolean {
  return withoutTag(bareAddress(one)) === withoutTag(bareAddress(other))
}

function withoutTag(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, '')
}

/** What one of our own addresses is for. */
export type OwnAddress =
  | { box: 'rsvp'; token: string | undefined }
  /** `proof` as it was written, checked by `provesReturnAddress`. */
  | { box: 'bounce'; outboxId: string | undefined; proof?: string }
  | { box: 'feed' }
  | { box: 'postmaster' }

const boxes = /^(rsvp|bounce|agenda|postmaster)(?:\+([^@]+))?@(.+)$/
const returnTag = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.([a-z2-7]{16}))?$/

/** Undefined for an address that is not ours, or a plus-tag that we never gave out. */
export function readOwnAddress(address: string, mailDomain: string): OwnAddress | undefined {
  const [, box, tag, domain] = boxes.exec(bareAddress(address)) ?? []
  if (domain !== mailDomain.toLowerCase()) return undefined
  if (box === 'agenda') return tag === undefined ? { box: 'feed' } : undefined
  if (box === 'postmaster') return tag === undefined ? { box } : undefined
  if (box === 'rsvp') return tag === undefined || /^[a-z2-7]{16}$/.test(tag) ? { box, token: tag } : undefined
  if (tag === undefined) return { box: 'bounce', outboxId: undefined }
  const [, outboxId, proof] = returnTag.exec(tag) ?? []
  return outboxId === undefined ? undefined : { box: 'bounce', outboxId, ...(proof && { proof }) }
}
