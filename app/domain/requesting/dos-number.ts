/** The province's dossier number, as the letter of Gedeputeerde Staten carries it. */
const pattern = /^DOS-\d{4}-\d{7}$/

/** What was typed or pasted as a number, or undefined when it is none: "dos 2026 0001081" is DOS-2026-0001081. */
export function readDosNumber(typed: string): string | undefined {
  const tidy = typed
    .trim()
    .toUpperCase()
    .replace(/[\s–—_-]+/g, '-')
  return pattern.test(tidy) ? tidy : undefined
}
