import { hasLongerLines } from 'nodemailer/lib/mime-funcs'

const longest = 76
/** A line is broken after a space or a point when one of its last characters is one. */
const margin = 25
const breakable = new Set([...' \t.,!?'].map((character) => character.charCodeAt(0)))

/** A text in quoted-printable, with what decides whether it should be. */
export type QuotedPrintable = {
  encoded: string
  /** How many octets it has beyond one for each character, and control characters beside tab and line end. */
  others: number
  /** Whether one of its lines has more than 76 characters. */
  hasLongLine: boolean
}

export type QuotedPrinter = (text: string) => QuotedPrintable

type Line = QuotedPrintable & { text: string }

/**
 * RFC 2045 §6.7, to the byte as Nodemailer writes it: a property test holds the two together. No line depends on another, and mails to a thousand people
 * share most of theirs: a line that stood in the same place in the text before is not worked out again.
 *
 * @returns for a text with CRLF at the end of each line, and no space or tab at its own end
 */
export function quotedPrinter(): QuotedPrinter {
  let before: Line[] = []
  return (text) => {
    const lines: Line[] = []
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\r\n', from)
      const next = end === -1 ? text.length : end + 2
      const line = text.slice(from, next)
      const known = before[lines.length]
      lines.push(known?.text === line ? known : workOut(line, from === 0 && end === -1))
      from = next
    }
    before = lines
    let encoded = ''
    let others = 0
    let hasLongLine = false
    for (const line of lines) {
      encoded += line.encoded
      others += line.others
      hasLongLine ||= line.hasLongLine
    }
    return { encoded, others, hasLongLine }
  }
}

/** A line with its end, or a last line without one. */
function workOut(text: string, isWhole: boolean): Line {
  // The sign that marks an octet stands in every attribute of the HTML: it goes first, and quickly.
  const isPlain = /^[\t -~]*(?:\r\n)?$/.test(text)
  const marked = (isPlain ? text : Buffer.from(text).toString('latin1')).replaceAll('=', '=3D')
  const octets = (isPlain ? marked : marked.replace(/[^\t\n\r -~]/g, nameOf)).replace(/[\t ](?=\r)/g, nameOf)
  return {
    text,
    // Whatever fits on one line stands there, but only when it is all there is.
    encoded: isWhole && octets.length <= longest ? octets : wrapped(octets),
    others: isPlain ? 0 : Buffer.byteLength(text) - text.length + countControls(text),
    // With its end a plain line is two longer.
    hasLongLine: text.length > longest && ((isPlain && text.length > longest + 2) || hasLongerLines(text, longest)),
  }
}

/** As many as \p{Cc} without these four; a class without Unicode properties is searched five times as quick. */
function countControls(text: string): number {
  return text.match(/[^\t\n\r -\x7f\xa0-\uffff]/g)?.length ?? 0
}

/** Whether a text has more of the letters a to z, in either case, than so many; looks no further than it must. */
export function hasMoreLatinThan(many: number, text: string): boolean {
  let count = 0
  for (let at = 0; at < text.length && count <= many; at++) {
    const code = text.charCodeAt(at) | 0x20
    if (code >= 97 && code <= 122) count++
  }
  return count > many
}

const names = Array.from({ length: 256 }, (_, octet) => `=${octet.toString(16).toUpperCase().padStart(2, '0')}`)

function nameOf(octet: string): string {
  return names[octet.charCodeAt(0)] ?? ''
}

function wrapped(text: string): string {
  let lines = ''
  let nextEnd = text.indexOf('\r\n')
  for (let from = 0; from < text.length; ) {
    if (nextEnd !== -1 && nextEnd + 2 <= from + longest) {
      lines += text.slice(from, nextEnd + 2)
      from = nextEnd + 2
      nextEnd = text.indexOf('\r\n', from)
      continue
    }
    const until = endOfLine(text, from)
    lines += text.slice(from, until)
    if (until < text.length) lines += '=\r\n'
    from = until
  }
  return lines
}

/** Where the line that begins here is broken, so that it has room for the sign that says so. */
function endOfLine(text: string, from: number): number {
  const full = Math.min(from + longest, text.length)
  let until = breakAfterSpace(text, from, full) ?? beforeSplitOctets(text, from, full)
  if (until === from) until = full
  if (until === text.length || until - from < longest) return until
  return until - (isOctet(text, until - 3) ? 3 : 1)
}

function breakAfterSpace(text: string, from: number, full: number): number | undefined {
  if (full - from <= longest - margin) return undefined
  for (let at = full; at > full - margin; at--) if (breakable.has(text.charCodeAt(at - 1))) return at
  return undefined
}

/** An octet, and the octets of one letter (UTF-8), stay on one line. */
function beforeSplitOctets(text: string, from: number, full: number): number {
  let until = full
  if (text[until - 1] === '=') until -= 1
  else if (text[until - 2] === '=') until -= 2
  else if (!isOctet(text, until - 3)) return until
  while (until - from > 3 && until < text.length && isOctet(text, until - 3) && !isOneLetter(text, from, until)) {
    const octet = Number.parseInt(text.slice(until - 2, until), 16)
    if (octet < 128) break
    until -= 3
    if (octet >= 0xc0) break
  }
  return until
}

function isOctet(text: string, at: number): boolean {
  return text[at] === '='
}

/** Nothing but up to four octets. */
function isOneLetter(text: string, from: number, until: number): boolean {
  return until - from <= 12 && /^(?:=[\dA-F]{2})+$/.test(text.slice(from, until))
}
