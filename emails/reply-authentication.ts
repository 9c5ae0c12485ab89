import { mailDomainOf } from '#app/domain/access/mail-domain.ts'
import type { AuthenticationResult } from '#app/domain/inviting/incoming-mail.ts'

/**
 * What our own mail server found about the sender (RFC 8601). A finding under any other name was written by somebody else, perhaps
 * by the sender, and says nothing. Our mail server strips lines that bear its name on the way in, so the topmost is its own.
 */
export function readAuthentication(
  headers: readonly string[],
  authservId: string | undefined,
  from: string | undefined,
): AuthenticationResult {
  if (!authservId) return 'none'
  const own = headers.map(withoutComments).find((header) => nameOf(header) === authservId.toLowerCase())
  if (!own) return 'none'
  const dmarc = /(?:^|;)\s*dmarc\s*=\s*(\w+)/i.exec(own)?.[1]?.toLowerCase()
  if (dmarc === 'pass') return 'pass'
  if (dmarc === 'fail') return 'fail'
  return from !== undefined && alignedSignature(own, mailDomainOf(from)) ? 'pass' : 'none'
}

/** A good DKIM signature of the sender's own domain, or of one above it. */
function alignedSignature(header: string, domain: string): boolean {
  return header.split(';').some((part) => {
    if (!/^\s*dkim\s*=\s*pass\b/i.test(part)) return false
    const signer = /\bheader\.d\s*=\s*([\w.-]+)/i.exec(part)?.[1]?.toLowerCase().replace(/\.$/, '')
    return signer?.includes('.') === true && (domain === signer || domain.endsWith(`.${signer}`))
  })
}

function nameOf(header: string): string | undefined {
  return /^\s*([\w.-]+)/.exec(header)?.[1]?.toLowerCase()
}

/** Without what a sender can have our server quote: MAIL FROM:<"; dmarc=pass"@…> is not a finding. */
function withoutComments(header: string): string {
  return header.replace(/"(?:[^"\\]|\\.)*"/g, ' ').replace(/\([^()]*\)/g, ' ')
}
