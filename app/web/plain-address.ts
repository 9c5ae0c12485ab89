/**
 * Whether an address (path and query, as it stands in the request) can be one of ours. Not with a NUL, which the database does not keep; not with another
 * host before it (RFC 9112 §3.2.2: meant for a proxy); and not in the way that pages asked for their data before Remix had single fetch: nothing of ours does,
 * and Remix logs each as a mistake.
 */
export function isPlainAddress(url: string): boolean {
  if (!url.startsWith('/') || url.includes('%00')) return false
  const query = url.indexOf('?')
  return query === -1 || !new URLSearchParams(url.slice(query)).has('_data')
}
