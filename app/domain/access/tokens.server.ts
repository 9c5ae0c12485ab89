import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits for a link or cookie. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** 80 random bits in lower-case base32: the plus-tag of a person's calendar address. Stored as it is: a reply has to be matched by it. */
export function newCalendarToken(): string {
  return inBase32(randomBytes(16))
}

/**
 * 80 bits in the return address of one mail. The id beside them stands in the mail itself (Message-ID) and in addresses of staff pages; these stand nowhere
 * but in the envelope, so whoever only saw or was forwarded the mail cannot say that it came back.
 */
export function returnProof(secret: string, outboxId: string): string {
  return inBase32(createHmac('sha256', secret).update(`returned:${outboxId}`).digest().subarray(0, 16))
}

/** Lower case, since mail servers change the case of addresses; five bits of each byte. */
function inBase32(bytes: Buffer): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('')
}

/**
 * A councillor's own link, good until `linkVersion` is raised. Nothing is stored: the token proves itself by an HMAC over person and version,
 * so a copy of the database opens nobody's page.
 */
export function personalToken(secret: string, personId: string, linkVersion: number): string {
  return provenId(secret, personId, `person:${personId}:${linkVersion}`)
}

/**
 * Stops the reminders of one person and opens nothing: her own link has another proof. Good for ever, because whoever wants to be left in peace may do so from
 * the oldest mail.
 */
export function reminderToken(secret: string, personId: string): string {
  return provenId(secret, personId, `reminders:${personId}`)
}

/** The secret part of a subscribed calendar's address, good until `version` is raised. It opens that calendar and nothing else. */
export function feedToken(secret: string, feedId: string, version: number): string {
  return provenId(secret, feedId, `feed:${feedId}:${version}`)
}

function provenId(secret: string, uuid: string, statement: string): string {
  const id = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  const proof = createHmac('sha256', secret).update(statement).digest().subarray(0, 16)
  return Buffer.concat([id, proof]).toString('base64url')
}

/** The person a personal token or reminder token claims to be for; believe it only after `provesPersonalToken` or `provesReminderToken`. */
export function claimedPersonId(token: string): string | undefined {
  return claimedId(token)
}

/** The calendar a feed token claims to be of; believe it only after `provesFeedToken` with that calendar's current version. */
export function claimedFeedId(token: string): string | undefined {
  return claimedId(token)
}

function claimedId(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32) return undefined
  const hex = bytes.subarray(0, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether `personalToken` made this token for this person and version. All four of these compare in constant time. */
export function provesPersonalToken(secret: string, token: string, personId: string, linkVersion: number): boolean {
  return isSameToken(token, personalToken(secret, personId, linkVersion))
}

export function provesReminderToken(secret: string, token: string, personId: string): boolean {
  return isSameToken(token, reminderToken(secret, personId))
}

export function provesFeedToken(secret: string, token: string, feedId: string, version: number): boolean {
  return isSameToken(token, feedToken(secret, feedId, version))
}

export function provesReturnAddress(secret: string, proof: string, outboxId: string): boolean {
  return isSameToken(proof, returnProof(secret, outboxId))
}

function isSameToken(token: string, wanted: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(wanted)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}
