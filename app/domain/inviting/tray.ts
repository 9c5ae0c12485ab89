/** What staff do with an unknown answer. */
export type TrayChoice = 'linked' | 'alias' | 'rejected' | 'seen'

/** After "Robin heeft deze reactie afgehandeld:". */
export const trayChoiceWords: Record<TrayChoice, string> = {
  linked: 'gekoppeld aan een deelnemer',
  alias: 'gekoppeld, en het adres is een tweede adres van de deelnemer',
  rejected: 'afgewezen',
  seen: 'gezien, er hoefde niets te gebeuren',
}

/** What is said after each step, by the word in the address. */
export const trayOutcomes = {
  gekoppeld: { kind: 'success', title: 'De reactie is gekoppeld en telt mee.' },
  verlopen: {
    kind: 'warning',
    title:
      'De reactie is bewaard, maar telt niet mee: zij gaat over een eerdere tijd. De deelnemer kan opnieuw antwoorden.',
  },
  ouder: {
    kind: 'warning',
    title: 'De reactie is bewaard, maar telt niet mee: de deelnemer gaf intussen een later antwoord.',
  },
  afgewezen: { kind: 'success', title: 'De reactie is afgewezen. Er is niets veranderd in het register.' },
  gezien: { kind: 'success', title: 'De reactie is als gezien gemerkt.' },
  teruggedraaid: { kind: 'success', title: 'De keuze is teruggedraaid. Het antwoord telt niet meer mee.' },
  'weer-open': { kind: 'success', title: 'De keuze is teruggedraaid. De mail ligt weer open.' },
} as const satisfies Record<string, { kind: 'success' | 'warning'; title: string }>
