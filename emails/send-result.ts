/** What became of one attempt to send, as the outbox acts on it. */
export type SendResult =
  | { state: 'sent'; response: string }
  /** The server has not taken it; the same bytes may go again later. */
  | { state: 'retry'; code: number | null; text: string }
  /** The server has refused it for good. */
  | { state: 'failed'; code: number | null; text: string }
  /** The connection broke while the mail was on its way: it may have arrived. */
  | { state: 'inDoubt'; text: string }

// Ours to repair, not the mail's fault: sign-in wanted or refused (RFC 4954 §6) and a session out of step (503).
const notAboutTheMail = new Set([503, 530, 534, 535, 538])

/**
 * @param error what the mailer threw
 * @param isWhole whether the server had been given the whole mail: only then can its fate be unknown
 */
export function classifyFailure(error: unknown, isWhole: boolean): SendResult {
  const { message, responseCode, code } = asMailError(error)
  const text = withoutAddresses(message)
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode !== null) {
    if (responseCode >= 400 && responseCode < 500) return { state: 'retry', code: responseCode, text }
    const forGood = aboutTheMail && responseCode >= 500 && !notAboutTheMail.has(responseCode)
    return { state: forGood ? 'failed' : 'retry', code: responseCode, text }
  }
  if (aboutTheMail) return { state: 'failed', code: null, text }
  return isWhole ? { state: 'inDoubt', text } : { state: 'retry', code: null, text }
}

function asMailError(error: unknown): { message: string; responseCode: number | null; code: string | null } {
  const facts: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {}
  return {
    message: error instanceof Error ? error.message : String(error),
    responseCode: typeof facts.responseCode === 'number' ? facts.responseCode : null,
    code: typeof facts.code === 'string' ? facts.code : null,
  }
}

/** Servers like to repeat the address; what we keep and log has none. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+@[^\s>,;:]+/g, '…').slice(0, 500)
}
