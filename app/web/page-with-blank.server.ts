import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const compress = promisify(deflateRaw)

/** RFC 1952 §2.3: no name, no time, made on Unix. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** The last block of a deflate stream, with nothing in it (RFC 1951 §3.2.6). */
const lastBlock = Buffer.from([3, 0])

/**
 * A finished page in which one word, such as the name of a person, is still to be filled in wherever it stands. What is around the blanks is turned into
 * bytes and compressed once.
 *
 * Only gzip can be put together like this: each part ends on a whole byte (a sync flush), and a word goes between them as it is. Every browser that takes
 * Brotli takes gzip too.
 */
export class PageWithBlank {
  #parts: { bytes: Buffer; deflated: Buffer }[]

  private constructor(parts: { bytes: Buffer; deflated: Buffer }[]) {
    this.#parts = parts
  }

  static async of(html: string, blank: string): Promise<PageWithBlank> {
    const parts = html.split(blank).map(async (text) => {
      const bytes = Buffer.from(text)
      return { bytes, deflated: await compress(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }) }
    })
    return new PageWithBlank(await Promise.all(parts))
  }

  /** `word` as it stands in HTML. */
  filledIn(word: string): Buffer {
    const filling = Buffer.from(word)
    return Buffer.concat(this.#parts.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [filling, bytes])))
  }

  /** The same as one gzip member. `word` may take 65,535 bytes. */
  filledInAndCompressed(word: string): Buffer {
    const filling = Buffer.from(word)
    const stored = storedBlock(filling)
    const blocks = this.#parts.flatMap(({ deflated }, index) => (index === 0 ? [deflated] : [stored, deflated]))
    const whole = this.filledIn(word)
    const trailer = Buffer.alloc(8)
    trailer.writeUInt32LE(crc32(whole), 0)
    trailer.writeUInt32LE(whole.length, 4)
    return Buffer.concat([gzipHeader, ...blocks, lastBlock, trailer])
  }
}

/** Bytes as they are, in a deflate stream that stands on a whole byte (RFC 1951 §3.2.4). */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(~bytes.length & 0xffff, 3)
  return Buffer.concat([head, bytes])
}
