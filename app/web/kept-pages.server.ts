import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const maximumPages = 400
/** "Upcoming" moves with the clock, so a page is never kept longer than this even when nothing was edited. */
const longestMilliseconds = 5 * 60 * 1000

type Encoding = 'br' | 'gzip' | 'identity'
type KeptPage = {
  until: number
  variants: Record<Encoding, { headers: OutgoingHttpHeaders; body: Buffer; etag: string }>
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Finished public pages in memory, compressed once, for visitors without a cookie.
 *
 * What must stay true: a page is kept only while nothing it could show has changed. Every change in the database calls `forget`; a page whose rendering
 * began before a `forget` is not kept; and as long as this process cannot hear of changes (`isListening` false) nothing is kept or served.
 */
export class KeptPages {
  #pages = new Map<string, KeptPage>()
  #generation = 0
  isListening = false

  get generation(): number {
    return this.#generation
  }

  forget(): void {
    this.#generation++
    this.#pages.clear()
  }

  /** Answers from memory; false when this page has to be made. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (!this.isListening || !mayBeKept(request)) return false
    const page = this.#pages.get(request.url ?? '')
    if (!page || page.until < performance.now()) return false
    const variant = page.variants[acceptedEncoding(request.headers['accept-encoding'])]
    if (request.headers['if-none-match']?.includes(variant.etag)) {
      const { 'content-length': _, 'content-encoding': __, ...headers } = variant.headers
      response.writeHead(304, headers).end()
    } else {
      response.writeHead(200, variant.headers).end(request.method === 'HEAD' ? undefined : variant.body)
    }
    return true
  }

  /** Keeps a page whose rendering began at `generation`, with the headers it is answered with. */
  async keep(url: string, generation: number, headers: OutgoingHttpHeaders, html: string): Promise<void> {
    const identity = Buffer.from(html)
    const [br, gz] = await Promise.all([
      compressBrotli(identity, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
      }),
      compressGzip(identity, { level: 9 }),
    ])
    if (generation !== this.#generation || !this.isListening) return
    const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 20)
    const variant = (encoding: Encoding, body: Buffer) => {
      const etag = `"${hash}-${encoding}"`
      const own: OutgoingHttpHeaders = {
        ...headers,
        etag,
        vary: 'Accept-Encoding, Cookie',
        'content-length': body.length,
      }
      if (encoding !== 'identity') own['content-encoding'] = encoding
      return { headers: own, body, etag }
    }
    if (this.#pages.size >= maximumPages) this.#pages.delete(this.#pages.keys().next().value ?? '')
    this.#pages.set(url, {
      until: performance.now() + longestMilliseconds,
      variants: { br: variant('br', br), gzip: variant('gzip', gz), identity: variant('identity', identity) },
    })
  }
}

/** Small letters, digits, dots within a name and hyphens: no address of a public page has more. */
const plainlySpelled = /^\/(?:\.?[a-z0-9][a-z0-9.-]*(?:\/(?!$)|$))*$/

/** Only what any visitor would get: no cookie, and no query or other spelling of the same address (capitals, `/x/../`, `%67`) that could fill the memory with copies. */
export function mayBeKept(request: IncomingMessage): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.headers.cookie === undefined &&
    plainlySpelled.test(request.url ?? '')
  )
}

function acceptedEncoding(header: string | undefined): Encoding {
  if (accepts(header, 'br')) return 'br'
  return accepts(header, 'gzip') ? 'gzip' : 'identity'
}

/** Whether an Accept-Encoding names this encoding and does not refuse it (RFC 9110 §12.5.3). */
export function accepts(header: string | undefined, encoding: 'br' | 'gzip'): boolean {
  return (header ?? '').split(',').some((each) => {
    const [name = '', ...parameters] = each.toLowerCase().split(';')
    return name.trim() === encoding && !parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter))
  })
}
