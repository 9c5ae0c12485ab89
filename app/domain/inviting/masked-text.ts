/** Takes out of a text whatever would let its reader act as somebody else. */
export type Mask = (text: string) => string

export const hiddenWords = '••••••'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** What may stay in an address of our own: words of the site, dates and numbers, references. Anything else may be a token. */
const harmless = [/^[a-z]{1,14}(-[a-z]{1,14})*$/, /^\d[\d-]*$/, /^[A-Z]{2,3}-\d{4}-\d+$/, uuid]

/**
 * What may stand between two letters of a secret without a reader minding: a broken line and its quote marks, spaces, marks without width, HTML. Bounded, and
 * to be read in one way only, so that no text takes long.
 */
const gap = String.raw`(?:=\r?\n|[\s>|\u00ad\u200b-\u200f\u2060\ufeff]|<[^<>]{0,80}>){0,40}`
/** Our personal reply address up to its person, who is told by sixteen letters. */
const ofPersonalAddress = new RegExp(
  `(rsvp${gap}(?:\\+|[%=]2B|&#43;|&#x2b;|&plus;))${gap}(?:[a-z2-7](?:${gap}[a-z2-7]){15}|[a-z0-9]+)`,
  'gi',
)

/**
 * Who reads somebody else's mail must not be able to answer, sign in or confirm as that person: a link of our own keeps only the parts that are
 * certainly no token, our personal reply addresses lose the person, and so does anything as long as a token, wherever it stands. The secrets of the
 * person herself are found even where a line was broken in the middle of one (RFC 5322 §2.2.3, RFC 2045 §6.7, quoting), a space or HTML came in between, or
 * a letter was written as its number.
 */
export function maskFor(site: { baseUrl: string }, secrets: readonly string[]): Mask {
  const known = secrets.filter((secret) => secret.length >= 8).map(acrossGaps)
  const ownLink = linkOf(new URL(site.baseUrl).host)
  return (text) => {
    const withoutKnown = known.reduce((rest, secret) => rest.replace(secret, hiddenWords), text)
    return withoutKnown
      .replace(ownLink, (_, host: string, tail: string, broken = '') => {
        const kept = host + tail.replace(/[\w~-]+/g, keepHarmless)
        return kept + broken.replace(/[\w~-]{12,}/g, keepHarmless)
      })
      .replace(ofPersonalAddress, `$1${hiddenWords}`)
      .replace(/(?<![\w-])(?:[a-z2-7]{16}(?=@|%40|=40|&#64;)|(?=[a-z]*[2-7])[a-z2-7]{16}(?![\w-]))/gi, hiddenWords)
      .replace(/[\w-]{43,}/g, (run) => (/[A-Z]/.test(run) && /[a-z]/.test(run) ? hiddenWords : run))
  }
}

function keepHarmless(part: string): string {
  return harmless.some((pattern) => pattern.test(part)) ? part : hiddenWords
}

/**
 * The host of our own addresses, also inside another address (percent-encoded), and all that follows it; and what stands first on the next line, where a
 * program may have broken it.
 */
function linkOf(host: string): RegExp {
  const rest = `[^\\s"'<>()\\\\\\]]`
  const pattern = escaped(host).replace(':', '(?::|%3A)')
  return new RegExp(`(${pattern})((?:[/?#]|%2F|%3F|%23)${rest}*)(=?\\r?\\n[> \\t|]*${rest}+)?`, 'gi')
}

/** A secret, also where something stands between its letters or a letter is written as its number. */
function acrossGaps(secret: string): RegExp {
  return new RegExp([...secret].map(asWritten).join(gap), 'gi')
}

function asWritten(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const hex = code.toString(16)
  return `(?:${escaped(letter)}|[%=]${hex}|&#0{0,4}${code};|&#x0{0,4}${hex};)`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
