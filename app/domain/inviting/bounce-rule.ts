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

/** One "nobody there", or three other refusals within two weeks. An answer is never changed by it. */
export function suspendsAddress(kinds: readonly BounceKind[]): boolean {
  return kinds.includes('unknownUser') || kinds.filter((kind) => kind === 'hard').length >= hardBouncesBeforeSuspension
}
