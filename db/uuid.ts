const nobody = '00000000-0000-0000-0000-000000000000'

/** For a `where`: what is no id finds nothing. */
export function idOrNobody(text: string | undefined): string {
  return text !== undefined && isUuid(text) ? text : nobody
}

/** An id from an address may be anything; PostgreSQL would refuse what is no uuid with an error instead of finding nothing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
