/** Our own number of a request: RB-2026-0001. Four digits or more. */
export function requestReference(year: number, number: number): string {
  return `RB-${year}-${String(number).padStart(4, '0')}`
}
