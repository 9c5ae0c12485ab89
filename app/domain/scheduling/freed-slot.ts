import { joinNames } from '../catalogue/join-names.ts'
import { capital } from '../first-letter.ts'
import type { BriefingSession } from './briefing-session.ts'

/** What becomes free when an evening lets go of it, or is free again since. Undefined for one online without speakers: nothing was held. */
export function freedInWords(
  { venue, speakers }: Pick<BriefingSession, 'venue' | 'speakers'>,
  when: 'soon' | 'since',
): string | undefined {
  const held = [
    ...(venue ? ['de zaal'] : []),
    ...(speakers.length > 0 ? [speakers.length === 1 ? 'de spreker' : 'de sprekers'] : []),
  ]
  if (held.length === 0) return undefined
  const isOne = held.length === 1 && speakers.length < 2
  const becomes = when === 'soon' ? (isOne ? 'komt vrij' : 'komen vrij') : isOne ? 'is weer vrij' : 'zijn weer vrij'
  return `${capital(joinNames(held))} ${becomes}.`
}
