import { createHash, createVerify, type KeyObject } from 'node:crypto'

/** What a receiver finds. `body` and `header`: changed after signing, or signed with another key. */
export type DkimFinding = 'pass' | 'unsigned' | 'body' | 'header'

type Field = { name: string; value: string }

/**
 * Checks the first DKIM signature of a mail as a receiver does (RFC 6376 §6.1), with the key that its DNS record would hold. Only what we sign with ourselves:
 * rsa-sha256, relaxed/relaxed, the whole body.
 */
export function checkDkim(raw: Buffer, publicKey: KeyObject): DkimFinding {
  const text = raw.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const fields = fieldsOf(text.slice(0, end))
  const signature = fields.find(({ name }) => name === 'dkim-signature')
  if (end < 0 || signature === undefined) return 'unsigned'
  const tags = tagsOf(signature.value)
  const bodyHash = createHash('sha256')
    .update(relaxedBody(text.slice(end + 4)), 'latin1')
    .digest('base64')
  if (tags.bh !== bodyHash) return 'body'
  const signed = signedFields(fields, (tags.h ?? '').split(':'))
  const own = relaxedField({ ...signature, value: signature.value.replace(/(;\s*b=)[^;]*/, '$1') })
  const verify = createVerify('RSA-SHA256').update(`${signed.join('')}${own}`, 'latin1')
  return verify.verify(publicKey, tags.b ?? '', 'base64') ? 'pass' : 'header'
}

/** The names in h=, which the signature covers, in lower case. */
export function signedFieldNames(raw: Buffer): string[] {
  const text = raw.toString('latin1')
  const signature = fieldsOf(text.slice(0, text.indexOf('\r\n\r\n'))).find(({ name }) => name === 'dkim-signature')
  return (tagsOf(signature?.value ?? '').h ?? '').toLowerCase().split(':').filter(Boolean)
}

function fieldsOf(head: string): Field[] {
  return head.split(/\r\n(?![ \t])/).map((line) => {
    const colon = line.indexOf(':')
    return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1) }
  })
}

/** RFC 6376 §3.2, white space out: it is never part of a value here. */
function tagsOf(value: string): Record<string, string | undefined> {
  const pairs = value.replace(/\s+/g, '').split(';').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

/** Of fields with one name the lowest first (RFC 6376 §5.4.2); one that is not there signs nothing. */
function signedFields(fields: readonly Field[], names: readonly string[]): string[] {
  const left = [...fields].reverse()
  return names.flatMap((name) => {
    const at = left.findIndex((field) => field.name === name.toLowerCase())
    return at < 0 ? [] : left.splice(at, 1).map((field) => `${relaxedField(field)}\r\n`)
  })
}

/** RFC 6376 §3.4.2. */
function relaxedField({ name, value }: Field): string {
  return `${name}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '')}`
}

/** RFC 6376 §3.4.4. */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  const whole = lines.join('\r\n').replace(/(\r\n)+$/, '')
  return whole === '' ? '' : `${whole}\r\n`
}
