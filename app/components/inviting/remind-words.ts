import { formatMoment } from '#app/domain/calendar-text.ts'
import { type CouncilReminding, nextMoment, type SilentMembers } from '#app/domain/inviting/council-reminder.ts'

/** How often it was done and may still be done. */
export function turnsInWords({ done, refused }: Pick<CouncilReminding, 'done' | 'refused'>): string {
  const [first, second] = done
  if (first === undefined) return 'U kunt 2 keer een herinnering sturen.'
  if (second !== undefined)
    return `Dit is al twee keer gedaan (op ${formatMoment(first)} en op ${formatMoment(second)}). Vaker kan niet.`
  const once = `Dit is 1 keer gedaan, op ${formatMoment(first)}.`
  return refused === 'tooSoon' ? `${once} Nog 1 keer, vanaf ${formatMoment(nextMoment(first))}.` : `${once} Nog 1 keer.`
}

/** "12 deelnemers krijgen een herinnering." */
export function remindedInWords({ mailed }: Pick<SilentMembers, 'mailed'>): string {
  if (mailed === 0) return 'Niemand krijgt een herinnering.'
  return mailed === 1 ? '1 deelnemer krijgt een herinnering.' : `${mailed} deelnemers krijgen een herinnering.`
}

/** Why the other silent ones get none; numbers only. */
export function passedOverInWords({ stopped, unreachable, recentlyMailed }: SilentMembers): string[] {
  const sentence = (people: number, one: string, more: string) =>
    people === 0 ? [] : [people === 1 ? `1 deelnemer ${one}` : `${people} deelnemers ${more}`]
  return [
    ...sentence(stopped, 'heeft herinneringen uitgezet.', 'hebben herinneringen uitgezet.'),
    ...sentence(
      unreachable,
      'kunnen wij niet mailen: het adres klopt niet.',
      'kunnen wij niet mailen: hun adres klopt niet.',
    ),
    ...sentence(
      recentlyMailed,
      'kreeg minder dan een dag geleden al mail over deze bijeenkomst.',
      'kregen minder dan een dag geleden al mail over deze bijeenkomst.',
    ),
  ]
}

export function silentCount({ mailed, stopped, unreachable, recentlyMailed }: SilentMembers): number {
  return mailed + stopped + unreachable + recentlyMailed
}
