/** Content Security Policy of pages without client JavaScript, and of every answer that is not a page. Passes the ten rules of internet.nl. */
export const strictPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "script-src 'none'",
  "connect-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The same for a page that shows a document of our own in a frame. */
export const framingPolicy = `${strictPolicy}; frame-src 'self'`

/**
 * Of a mail in a frame: its own words in its own look, and nothing else. It has no scripts, no pictures, no forms and no origin, and only our own
 * pages may show it.
 */
export const framedMailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ')

/** The same for a page that a small script of our own makes easier; nothing inline, and it asks the server nothing. */
export const enhancingPolicy = strictPolicy.replace("script-src 'none'", "script-src 'self'")
