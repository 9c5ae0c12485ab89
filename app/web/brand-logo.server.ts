import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { InvalidEnvironment } from '../env.server.ts'

/** What a browser may be told a picture is, and how such a file begins. */
const kinds = [
  { type: 'image/png', extension: 'png', begins: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', extension: 'jpg', begins: /^\xff\xd8\xff/ },
  { type: 'image/webp', extension: 'webp', begins: /^RIFF[\s\S]{4}WEBP/ },
  {
    type: 'image/svg+xml',
    extension: 'svg',
    begins: /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE[^>]*>\s*)?<svg[\s>]/,
  },
]

const largest = 200 * 1024

export type ServedLogo = {
  /** Carries a hash of the bytes: another logo is another address. */
  src: string
  type: string
  bytes: Buffer
}

/**
 * The logo in the file that BRAND_LOGO_PATH names, once, at start. Undefined when the key is not set.
 * @throws InvalidEnvironment when there is no such file, it is too big, or it is no picture
 */
export function readBrandLogo(path: string | undefined): ServedLogo | undefined {
  if (path === undefined) return undefined
  const refuse = (why: string) => new InvalidEnvironment([`BRAND_LOGO_PATH: ${why}`])
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    throw refuse('dit bestand is er niet, of mag niet gelezen worden')
  }
  if (bytes.length > largest) throw refuse(`dit bestand is groter dan ${largest / 1024} kB`)
  const start = bytes.subarray(0, 2048).toString('latin1')
  const kind = kinds.find(({ begins }) => begins.test(start))
  if (!kind) throw refuse('dit bestand is geen plaatje (svg, png, jpg of webp)')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { src: `/huisstijl/logo-${hash}.${kind.extension}`, type: kind.type, bytes }
}
