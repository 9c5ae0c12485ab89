// Control characters, and marks that turn the direction of what follows: with those a sender can make text look like other text.
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Words of a stranger as they may be shown: every line break is one, and nothing in it is invisible. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .toWellFormed()
}
