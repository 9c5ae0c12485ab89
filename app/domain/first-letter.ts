/** "ja, wij gaan akkoord" → "Ja, wij gaan akkoord": words of ours at the beginning of a sentence or a label. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The other way round: a sentence of ours that goes on after a colon, a title inside another title. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
