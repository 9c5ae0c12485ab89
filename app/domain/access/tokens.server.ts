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
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('')
}

/**
 * A councillor's own link, good until `linkVersion` is raised. Nothing is stored: the token proves itself by an HMAC over person and version,
 * so a copy of the database opens nobody's page.
 */
export function personalToken(secret: string, personId: string, linkVersion: number): string {
  const id = Buffer.from(personId.replaceAll('-', ''), 'hex')
  const proof = createHmac('sha256', secret).update(`person:${personId}:${linkVersion}`).digest().subarray(0, 16)
  return Buffer.concat([id, proof]).toString('base64url')
}

/** The person a personal token claims to be for; believe it only after `provesPersonalToken` with that person's current link version. */
export function claimedPersonId(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 32) return undefined
  const hex = bytes.subarray(0, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export function provesPersonalToken(secret: string, token: string, personId: string, linkVersion: number): boolean {
  const expected = Buffer.from(personalToken(secret, personId, linkVersion))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
