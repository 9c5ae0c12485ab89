import type { Letter } from '#app/domain/catalogue/offer.ts'

/**
 * Only the letter to the Leidse regio is known to us. The other regions had their own letter with their own number; staff
 * fill those in. Our copy has no date of sending.
 */
export const letters: (Letter & { source: string })[] = [
  {
    dosNumber: 'DOS-2026-0001081',
    secondKey: 'PZH-2026-888179004',
    title: 'Samenwerking na de gemeenteraadsverkiezingen',
    regionIds: ['leidse-regio'],
    source:
      'brief van Gedeputeerde Staten van Zuid-Holland aan de formateur, afschrift aan de gemeenteraad via de griffie',
  },
]
