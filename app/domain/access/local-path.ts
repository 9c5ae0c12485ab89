const longest = 500
/** Returning to these would sign somebody in or out in a circle. */
const neverReturnTo = /^\/(inloggen|uitloggen)(\/|$)/

/**
 * The place to go after signing in, if it is one of our own; otherwise undefined. A browser reads `//elsewhere` and `/\elsewhere` as another
 * site, and drops tabs and newlines before it looks, so anything with a backslash or a control character is refused, before and after the dots
 * in the path are worked away.
 */
export function localPath(wanted: string | null | undefined): string | undefined {
  if (!wanted || wanted.length > longest || !isPlainPath(wanted)) return undefined
  const url = new URL(wanted, 'https://own.invalid')
  const path = url.pathname + url.search
  return isPlainPath(path) && !neverReturnTo.test(url.pathname) ? path : undefined
}

function isPlainPath(text: string): boolean {
  return /^\/(?!\/)/.test(text) && !/[\\\p{Cc}]/u.test(text)
}
