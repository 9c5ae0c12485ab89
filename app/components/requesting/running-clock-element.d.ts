export function minutesFor(lengths: readonly (readonly [short: number, standard: number])[], evening: number): number[]
export function totalInWords(parts: readonly number[], evening: number, title: string): string
export function orderInWords(numbers: readonly string[], most: number): string
