import { mailDomainOf } from '#app/domain/access/mail-domain.ts'
import type { AuthenticationResult } from '#app/domain/inviting/incoming-mail.ts'

/** No mail server of ours writes a longer one; what is longer counts for nothing. */
const longest = 10_000

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
  const findings = headers
    .filter((header) => header.length <= longest)
    .map(findingsIn)
    .find(([server]) => server?.[0]?.toLowerCase() === authservId.toLowerCase())
    ?.slice(1)
  if (!findings) return 'none'
  const dmarc = findings.find((finding) => resultOf(finding, 'dmarc') !== undefined)
  const result = dmarc && resultOf(dmarc, 'dmarc')
  if (result === 'fail') return 'fail'
  if (dmarc && result === 'pass') return isAboutSender(dmarc, from) ? 'pass' : 'none'
  return from !== undefined && findings.some((finding) => isAlignedSignature(finding, mailDomainOf(from)))
    ? 'pass'
    : 'none'
}

/** "dmarc=pass" says pass about dmarc. Only the first word of a finding is its result: all others quote the mail. */
function resultOf([first = '']: readonly string[], method: string): string | undefined {
  const [name = '', result = ''] = first.split('=')
  return name.split('/')[0]?.toLowerCase() === method ? result.toLowerCase() : undefined
}

/** Where our mail server says whose domain it looked at, it is the domain of the sender that we read: a From that reads in two ways proves nothing. */
function isAboutSender(finding: readonly string[], from: string | undefined): boolean {
  const domains = finding.slice(1).flatMap((word) => /^header\.from=(.*)$/i.exec(word)?.[1] ?? [])
  return from !== undefined && domains.every((domain) => mailDomainOf(domain) === mailDomainOf(from))
}

/** A good DKIM signature of the sender's own domain, or of one above it. */
function isAlignedSignature(finding: readonly string[], domain: string): boolean {
  if (resultOf(finding, 'dkim') !== 'pass') return false
  const signers = finding.slice(1).flatMap((word) => /^header\.d=([\w.-]+)$/i.exec(word)?.[1] ?? [])
  const signer = signers.length === 1 ? signers[0]?.toLowerCase().replace(/\.$/, '') : undefined
  return signer?.includes('.') === true && (domain === signer || domain.endsWith(`.${signer}`))
}

/**
 * The words of each part between semicolons, read character by character: comments stand in comments, and a quote in a comment begins nothing (RFC 5322
 * §3.2.2). A sender can have our server quote much of what she wrote: MAIL FROM:<"; dmarc=pass"@…> is not a finding, and neither is a signature with
 * i=header.d=elsewhere@…. What does not close takes the rest with it.
 */
function findingsIn(header: string): string[][] {
  const findings: string[][] = [[]]
  let word = ''
  let depth = 0
  let isQuoted = false
  const endWord = () => {
    if (word) findings.at(-1)?.push(word)
    word = ''
  }
  const text = header.replace(/\s+/g, ' ').replace(/ ?= ?/g, '=')
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\' && (isQuoted || depth > 0)) at++
    else if (isQuoted) isQuoted = character !== '"'
    else if (character === '(') {
      depth++
      if (!word.endsWith('=')) endWord()
    } else if (character === ')' && depth > 0) depth--
    else if (depth > 0) continue
    else if (character === '"') {
      isQuoted = true
      // What was quoted is nobody's word: it matches no name and no domain.
      word += '"'
    } else if (character === ';') {
      endWord()
      findings.push([])
    } else if (character === ' ') endWord()
    else word += character
  }
  // What was not closed ends nowhere: nothing of its part is sure.
  if (isQuoted || depth > 0) findings.pop()
  else endWord()
  return findings
}
