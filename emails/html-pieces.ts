/** What an HTML source is made of, as far as showing it harmlessly needs to know. */
export type HtmlPiece =
  | { piece: 'text'; source: string }
  | { piece: 'open'; name: string; attributes: [name: string, value: string][] }
  | { piece: 'close'; name: string }

/** Their content is no text to read, or is not read as tags. */
const skippedWhole = ['script', 'style', 'title', 'noscript', 'iframe', 'object', 'svg', 'math', 'template', 'textarea']

/**
 * Takes a source apart in one walk, forgiving as mail needs it. Whatever does not read as a tag is text; what never ends takes the rest with it, as
 * it does in a browser.
 */
export function* piecesOf(html: string): Generator<HtmlPiece> {
  const lower = html.toLowerCase()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return yield { piece: 'text', source: html.slice(at) }
    if (open > at) yield { piece: 'text', source: html.slice(at, open) }
    const unread = html.startsWith('<!--', open) ? '-->' : /[!?]/.test(html.charAt(open + 1)) ? '>' : undefined
    if (unread) {
      at = endOf(html, unread, open + 2)
      continue
    }
    const tag = tagAt(html, open)
    if (!tag) {
      yield { piece: 'text', source: '<' }
      at = open + 1
      continue
    }
    if (tag === endless) return
    at = tag.end
    if (tag.isClosing) yield { piece: 'close', name: tag.name }
    else if (skippedWhole.includes(tag.name)) at = endOf(html, '>', endOf(lower, `</${tag.name}`, at))
    else yield { piece: 'open', name: tag.name, attributes: tag.attributes }
  }
}

/** Just after the mark; the end of the source when it never comes. */
function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

type Tag = { name: string; isClosing: boolean; attributes: [string, string][]; end: number }

/** A tag that never ends: everything after it is part of it. */
const endless = 'endless'

const tagName = /<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/iy
const attribute = /[\s/]*(=?[^\s=>/]+|=)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y
const tagEnd = /[\s/]*>/y

function tagAt(html: string, open: number): Tag | typeof endless | undefined {
  tagName.lastIndex = open
  const start = tagName.exec(html)
  if (!start) return undefined
  const attributes: [string, string][] = []
  let at = tagName.lastIndex
  for (;;) {
    tagEnd.lastIndex = at
    if (tagEnd.test(html)) {
      return { name: (start[2] ?? '').toLowerCase(), isClosing: start[1] === '/', attributes, end: tagEnd.lastIndex }
    }
    attribute.lastIndex = at
    const found = attribute.exec(html)
    if (!found) return endless
    attributes.push([(found[1] ?? '').toLowerCase(), found[2] ?? found[3] ?? found[4] ?? ''])
    at = attribute.lastIndex
  }
}
