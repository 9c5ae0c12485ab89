import type { DeliveryReport } from './incoming-mail.ts'

/** `unknownUser`: nobody there. `hard`: refused for good. `soft`: given up for now. `delayed`: still being tried. */
export type BounceKind = 'unknownUser' | 'hard' | 'soft' | 'delayed'

const unknownUserCodes = ['5.1.1', '5.1.10', '5.1.6']
const hardBouncesBeforeSuspension = 3
export const bounceWindowDays = 14

/** Undefined for a report of something that went well (RFC 3464 §2.3.3). */
export function bounceKindOf({ action, status }: Pick<DeliveryReport, 'action' | 'status'>): BounceKind | undefined {
  if (action === 'delayed') return 'delayed'
  if (action !== 'failed') return undefined
  if (unknownUserCodes.includes(status)) return 'unknownUser'
  return status.startsWith('4.') ? 'soft' : 'hard'
}

/** Why a mail came back, each kind apart: what staff do about it differs. */
export function bounceWords({ kind, status }: { kind: BounceKind; status: string }): string {
  if (kind === 'unknownUser') return 'dit adres bestaat niet'
  if (kind === 'delayed') return 'vertraagd; de mailserver probeert het nog'
  if (kind === 'soft') return 'opgegeven: het postvak was vol of niet bereikbaar'
  return hardWords[status] ?? 'geweigerd door de mailserver van de ontvanger'
}

/** Why nothing goes to an address any more. `status` as the mail server gave it, "5.1.1" (RFC 3463). */
export function suspensionWords(status: string): string {
  return bounceWords({ kind: bounceKindOf({ action: 'failed', status }) ?? 'hard', status })
}

const hardWords: Record<string, string> = {
  '5.4.1': 'de mailserver van de ontvanger neemt voor dit adres niets aan',
  '5.7.1': 'geweigerd: de ontvanger mag of wil onze mail niet ontvangen',
  '5.2.1': 'dit postvak is buiten gebruik',
}

/**
 * One "nobody there", or three other refusals within two weeks. An answer is never changed by it.
 * @param kinds one for each mail that came back: a mail that was refused three times over is one refusal
 */
export function suspendsAddress(kinds: readonly BounceKind[]): boolean {
  return kinds.includes('unknownUser') || kinds.filter((kind) => kind === 'hard').length >= hardBouncesBeforeSuspension
}
