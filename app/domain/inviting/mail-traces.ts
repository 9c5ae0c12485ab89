const traces =
  /^(received|return-path|delivered-to|x-original-to|authentication-results|arc-.+|received-spf|x-.*spam.*)$/i
/** RFC 5322 §2.1.1: no name is longer than its line. */
const longestName = 998

/** Whether a header field is one that servers write above a mail on its way, so that the same mail delivered twice differs in it. */
export function isTraceField(field: string): boolean {
  const colon = field.slice(0, longestName).indexOf(':')
  return colon > 0 && traces.test(field.slice(0, colon))
}
