/** "Leiden", "Leiden en Oegstgeest", "Leiden, Leiderdorp en Oegstgeest". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} en ${names.slice(-1).join('')}`
}
