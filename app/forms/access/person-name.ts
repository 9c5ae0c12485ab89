import { z } from 'zod'

const words = { error: 'Gebruik in uw naam alleen letters, spaties, streepjes en punten.', abort: true }
/** Marks without width, and marks that turn the direction of what follows; the two that some scripts need to join letters may stay. */
const seen = /^[^\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/

/**
 * What somebody whom nobody knows yet calls herself. It stands in the greeting of a mail to an address that she gave, and in a calendar: never a link or
 * a second line. An equals sign begins what many mail programs take for encoded words, also between quotes (RFC 2047 §5).
 */
export function personName(longest: number) {
  return (
    z
      .string({ error: 'Vul uw naam in.' })
      .trim()
      .min(2, 'Vul uw naam in.')
      .max(longest, `Deze naam is te lang. Gebruik hooguit ${longest} tekens.`)
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}<>@/\\=]+$/u, words)
      .regex(seen, words)
      // Mail programs make a link of "voorbeeld.nl" by themselves; "J.P." is none.
      .regex(/^(?!.*\.\p{L}{2})/u, 'Zet in uw naam een spatie na een punt.')
  )
}
