/** Our own number of a request: RB-2026-0001. Four digits or more. */
export function requestReference(year: number, number: number): string {
  return `RB-${year}-${String(number).padStart(4, '0')}`
}

export function isReference(text: string): boolean {
  return /^RB-\d{4}-\d{4,}$/.test(text)
}
