/** "Leiden", "Leiden en Oegstgeest", "Leiden, Leiderdorp en Oegstgeest". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} en ${names.slice(-1).join('')}`
}

/** "de raad van Leiden", "de raden van Leiden en Oegstgeest". */
export function councilsOf(names: readonly string[]): string {
  return `de ${names.length > 1 ? 'raden' : 'raad'} van ${joinNames(names)}`
}

/** "de griffie van Leiden", "de griffies van Leiden en Oegstgeest". */
export function officesOf(names: readonly string[]): string {
  return `de ${names.length > 1 ? 'griffies' : 'griffie'} van ${joinNames(names)}`
}
