import { decodeCalendar } from './reply-calendar.ts'

const deepest = 10
const mostParts = 100
const longest = 200_000
/** RFC 2046 §5.1.1 says 70; no program writes one that fills a line, and a pattern of a megabyte is none. */
const longestBoundary = 1_000

const unreadable = '[Dit deel is niet te lezen]'

type Budget = { parts: number }

/**
 * The source of a mail, to be read by people: as it stands, except that every part of text is written out instead of in base64 or quoted-printable,
 * folded lines are whole again, and what is no text is only named. It holds no NUL, which a browser leaves out after we have looked (UTF-16 is full of them). So nothing in it is hidden from whoever searches it, ourselves included.
 */
export function readableSource(raw: Buffer): string {
  const source = entity(raw, 0, { parts: 0 }).replaceAll('\0', '').replace(/\r\n?/g, '\n')
  return source.length > longest ? `${source.slice(0, longest)}\n[De rest is te lang om te laten zien]` : source
}

function entity(bytes: Buffer, depth: number, budget: Budget): string {
  if (depth > deepest || ++budget.parts > mostParts) return unreadable
  const text = bytes.toString('latin1')
  const gap = /\r?\n\r?\n/.exec(text)
  const head = unfoldedHead(text.slice(0, gap?.index ?? text.length))
  const body = gap ? bytes.subarray(gap.index + gap[0].length) : Buffer.alloc(0)
  const type = headerOf(head, 'content-type') ?? 'text/plain'
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  const written = readableWords(Buffer.from(head, 'latin1').toString('utf8'))
  const content =
    /^multipart\//i.test(type) && mark ? several(body, mark, depth, budget) : leaf(body, head, type, depth, budget)
  return `${written}\n\n${content}`
}

function several(body: Buffer, boundary: string, depth: number, budget: Budget): string {
  if (boundary.length > longestBoundary) return unreadable
  const mark = new RegExp(`\\n--${boundary.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?=--|\\s|$)`)
  const [, ...parts] = `\n${body.toString('latin1')}`.split(mark)
  return parts
    .map((part) => {
      if (part.startsWith('--')) return `--${boundary}--\n`
      const inner = Buffer.from(part.replace(/^[ \t]*\r?\n/, ''), 'latin1')
      return `--${boundary}\n${entity(inner, depth + 1, budget)}\n`
    })
    .join('')
}

function leaf(body: Buffer, head: string, type: string, depth: number, budget: Budget): string {
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? ''
  const decoded = decode(body, headerOf(head, 'content-transfer-encoding') ?? '7bit')
  if (!decoded) return unreadable
  if (kind === 'message/rfc822' || kind === 'text/rfc822-headers') return entity(decoded, depth + 1, budget)
  const isCalendar = kind === 'text/calendar' || kind === 'application/ics'
  if (!isCalendar && !/^(text|message)\//.test(kind)) return `[${decoded.length} bytes, ${kind}]`
  const charset = /charset="?([^\s;"]+)/i.exec(type)?.[1]
  const text = decodeCalendar(decoded, charset)
  return isCalendar ? unfoldedCalendar(text) : text
}

function decode(body: Buffer, encoding: string): Buffer | undefined {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64')
    case 'quoted-printable':
      return unquoted(body.toString('latin1'))
    case '7bit':
    case '8bit':
    case 'binary':
      return body
    default:
      return undefined
  }
}

function unquoted(text: string): Buffer {
  const joined = text.replace(/=[ \t]*\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** Header lines made whole (RFC 5322 §2.2.3): the space stays. */
function unfoldedHead(text: string): string {
  return text.replace(/\r?\n(?=[ \t])/g, '')
}

/** Calendar lines made whole (RFC 5545 §3.1): the space goes. */
function unfoldedCalendar(text: string): string {
  return text.replace(/\r?\n[ \t]/g, '')
}

function headerOf(head: string, name: string): string | undefined {
  const line = head.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim()
}

/** Words that are encoded in a header line (RFC 2047 §2). */
function readableWords(head: string): string {
  return head.replace(/=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=(?:[ \t]+(?==\?))?/gi, (_, charset, how, text: string) => {
    const bytes = how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' '))
    return decodeCalendar(bytes, charset.split('*')[0])
  })
}
