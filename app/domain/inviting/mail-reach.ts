/** Whether mail reaches a speaker or a room: there is an address that works, there is none, or mail to it came back. */
export type MailReach = 'reached' | 'noAddress' | 'cameBack'

export const mailReachWords: Record<MailReach, string> = {
  reached: 'ja',
  noAddress: 'geen adres: bel',
  cameBack: 'mail kwam terug: bel',
}
