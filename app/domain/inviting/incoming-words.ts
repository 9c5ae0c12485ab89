import { answerWords, type GivenAnswer } from './answer.ts'
import type { GuessReason, IncomingContent } from './incoming-mail.ts'
import type { ReviewReason } from './reply-decision.ts'

type UnreadableReason = Extract<IncomingContent, { kind: 'unreadableCalendar' }>['reason']
export type TrayReason =
  | ReviewReason
  | UnreadableReason
  | 'human'
  | 'severalCalendars'
  | 'unreadableMail'
  | 'failed'
  | 'bounceUnproven'

/** Why a mail waits for a person: after "Wij hebben dit niet verwerkt, want". */
const reasonSentences: Record<TrayReason, string> = {
  severalAnswers: 'er staan meer antwoorden in één mail.',
  occurrence: 'het antwoord gaat over één keer uit een reeks. Wij nodigen nooit uit voor een reeks.',
  noAttendee: 'er staat niet in wie er antwoordt.',
  delegated: 'de deelnemer stuurt een ander. Wij nodigen nooit vanzelf iemand uit.',
  severalAttendees: 'er staan meer mensen in één antwoord.',
  unknownSession: 'deze bijeenkomst kennen wij niet.',
  unknownPerson: 'het antwoordadres is van niemand die wij kennen.',
  notInvited: 'wie antwoordt, is niet aangemeld voor deze bijeenkomst. Wij melden nooit vanzelf iemand aan.',
  otherAttendee: 'het antwoord noemt een ander adres dan het adres dat wij hebben uitgenodigd.',
  senderFails: 'onze mailserver vond dat de afzender niet klopt. Iemand kan zich voordoen als een ander.',
  senderUnproven: 'het antwoord kwam niet op het persoonlijke antwoordadres, en de afzender is niet bewezen.',
  senderDiffers: 'de afzender is een ander dan de persoon die in het antwoord staat.',
  counterProposal: 'de deelnemer stelt een andere tijd voor, en krijgt daarop niet vanzelf antwoord.',
  syntax: 'het agendabestand is niet te lezen.',
  tooLarge: 'het agendabestand is te groot.',
  noMethod: 'in het agendabestand staat niet wat het is.',
  methodMismatch: 'het agendabestand zegt iets anders dan de mail eromheen.',
  noEvent: 'in het agendabestand staat geen afspraak.',
  noUid: 'in het agendabestand staat niet om welke afspraak het gaat.',
  status: 'in het agendabestand staat een status die niet bestaat.',
  human: 'iemand schreef zelf een bericht. Dat leest een mens.',
  severalCalendars: 'er zitten meer agendabestanden in één mail.',
  unreadableMail: 'de mail is niet te lezen.',
  bounceUnproven:
    'iemand meldt dat onze mail niet aankwam, maar dat bericht kan nagemaakt zijn. Het adres blijft in gebruik.',
  failed: 'het verwerken mislukte drie keer. Meld het bij het beheer van het portaal.',
}

export function reasonSentence(reason: string | undefined): string {
  const sentences: Record<string, string> = reasonSentences
  return sentences[reason ?? ''] ?? 'een medewerker moet er eerst naar kijken.'
}

/** Why somebody seems to be the one. */
export const guessSentences: Record<GuessReason, string> = {
  token: 'de mail kwam op het persoonlijke antwoordadres van deze deelnemer',
  attendee: 'het adres van deze deelnemer staat in het antwoord',
  remembered: 'een medewerker koppelde deze afzender eerder aan deze deelnemer',
  sender: 'de afzender heeft het adres van deze deelnemer; dat is niet bewezen',
  name: 'de naam van de afzender is die van één deelnemer; dat is niet bewezen',
}

type Said = {
  said: GivenAnswer | undefined
  finding: string
  reason: string | undefined
  delegatedTo: string | undefined
}

/** What somebody seems to say, in a few words. */
export function whatWords({ said, finding, reason, delegatedTo }: Said): string {
  if (delegatedTo) return `stuurt een ander: ${delegatedTo}`
  if (reason === 'delegated') return 'stuurt een ander'
  if (finding === 'counter')
    return said ? `${answerWords[said]}, met een voorstel voor een andere tijd` : 'voorstel voor een andere tijd'
  if (said) return answerWords[said]
  if (finding === 'refresh') return 'vraagt om de uitnodiging'
  return reason === 'human' ? 'vrije tekst' : 'niet te lezen'
}
