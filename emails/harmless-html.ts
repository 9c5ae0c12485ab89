import type { Mask } from '#app/domain/inviting/masked-text.ts'
import { piecesOf } from './html-pieces.ts'
import { colours, fontFamily } from './look.ts'

const maxHtmlLength = 200_000

const shownTags = new Set(
  (
    'a abbr address b big blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins ' +
    'li ol p pre q s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
)
const withoutEnd = new Set(['br', 'hr', 'col'])
const shownAttributes = new Set(
  (
    'align bgcolor border cellpadding cellspacing color colspan dir face height lang role rowspan scope size start style ' +
    'type valign width'
  ).split(' '),
)

/**
 * A mail as it looked, written anew from what is known to be harmless: no link leads anywhere, nothing runs, nothing is fetched, and every secret is
 * masked. What is not on the lists is left out or stands there as text, so that a source nobody thought of cannot become more than words.
 */
export function harmlessHtml(html: string, mask: Mask): string {
  const words: string[] = []
  let body = ''
  for (const piece of piecesOf(html.slice(0, maxHtmlLength))) {
    if (piece.piece === 'text') words.push(asText(piece.source, mask))
    else if (piece.piece === 'close')
      words.push(shownTags.has(piece.name) && !withoutEnd.has(piece.name) ? `</${piece.name}>` : '')
    else if (piece.name === 'body') body ||= attributesOf(piece.attributes, mask)
    else if (piece.name === 'img') words.push(instead(piece.attributes, mask))
    else if (shownTags.has(piece.name)) words.push(`<${piece.name}${attributesOf(piece.attributes, mask)}>`)
  }
  return (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>De mail zoals hij eruitzag</title><style>${look}</style></head><body${body}>${words.join('')}</body></html>`
  )
}

const look = `:root{color-scheme:light}body{margin:0;padding:16px;background:${colours.page};color:${colours.text};font-family:${fontFamily};overflow-wrap:anywhere}`

/** A picture is not fetched: what it says instead. */
function instead(attributes: readonly [string, string][], mask: Mask): string {
  const alt = attributes.find(([name]) => name === 'alt')?.[1].trim()
  return alt ? asText(`[afbeelding: ${alt}]`, mask) : ''
}

function attributesOf(attributes: readonly [string, string][], mask: Mask): string {
  return attributes
    .filter(([name]) => shownAttributes.has(name))
    .map(([name, value]) => ` ${name}="${asText(value, mask)}"`)
    .join('')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Read first, then masked, then written again: a secret is not hidden behind the way its letters are written. */
function asText(source: string, mask: Mask): string {
  const read = source.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));?/gi,
    (_, hex, decimal, name) =>
      name ? (named[name.toLowerCase()] ?? '') : character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )
  return mask(read)
    .replace(/&(?![a-z]{2,31};)/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

function character(code: number): string {
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isLetter ? String.fromCodePoint(code) : '\ufffd'
}
