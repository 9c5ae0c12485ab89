export const outboxStates = ['pending', 'sending', 'held', 'sent', 'failed', 'inDoubt', 'superseded'] as const
export type OutboxState = (typeof outboxStates)[number]

export const outboxStateWords: Record<OutboxState, string> = {
  pending: 'klaar',
  sending: 'wordt verzonden',
  held: 'wacht op adres',
  sent: 'verzonden',
  failed: 'mislukt',
  inDoubt: 'onzeker',
  superseded: 'vervallen',
}

export const outboxStateMeaning: Record<OutboxState, string> = {
  pending: 'De mail ligt klaar en gaat vanzelf weg.',
  sending: 'De mail gaat op dit moment naar de mailserver.',
  held: 'Eerdere mail naar dit adres kwam terug. De mail gaat vanzelf weg als het adres weer werkt.',
  sent: 'De mailserver heeft de mail aangenomen.',
  failed: 'De mail is niet aangenomen. Wij proberen het niet meer vanzelf.',
  inDoubt: 'De verbinding brak af. Misschien is de mail aangekomen. Wij sturen straks dezelfde mail nog een keer.',
  superseded: 'De mail is niet verzonden, omdat er een nieuwere kwam of omdat hij niet meer nodig was.',
}

/** Each kind of mail as staff call it. */
export const mailKindWords: Record<string, string> = {
  'sign-in-link': 'Link om in te loggen',
  'confirm-mailbox': 'Bevestig uw aanvraag',
  'request-received': 'Aanvraag ontvangen',
  'request-received-staff': 'Nieuwe aanvraag, aan de provincie',
  'request-goes-on': 'Aanvraag gaat door naar de provincie',
  'council-asked': 'Doet uw raad mee?',
  'council-answered': 'Een raad doet wel of niet mee',
  'co-request-ended': 'Gezamenlijke aanvraag gaat niet door',
  'question-asked': 'Vraag over een aanvraag',
  'question-answered': 'Antwoord op een vraag, aan de provincie',
  'evening-proposed': 'Voorstel voor een avond',
  'evening-chosen': 'Antwoord op een voorstel, aan de provincie',
  'request-accepted': 'Aanvraag in behandeling',
  'request-declined': 'Aanvraag afgewezen',
  'request-withdrawn': 'Aanvraag ingetrokken',
  'session-published': 'Bijeenkomst staat vast, aan de griffie',
  'option-offered': 'Optie op een avond, aan de griffie',
  'option-changed': 'Optie gewijzigd, aan de griffie',
  'option-ended': 'Optie vervallen, aan de griffie',
  'option-lapsed-staff': 'Optie vervallen, aan de provincie',
  'speaker-invited': 'Vraag aan een spreker',
  'speaker-changed': 'Gewijzigd of bevestigd, aan een spreker',
  'speaker-cancelled': 'Afzegging aan een spreker',
  'venue-invited': 'Vraag aan een zaal',
  'venue-changed': 'Gewijzigd of bevestigd, aan een zaal',
  'venue-cancelled': 'Afzegging aan een zaal',
  'clerk-session-changed': 'Bijeenkomst gewijzigd, aan de griffie',
  'clerk-session-cancelled': 'Bijeenkomst gaat niet door, aan de griffie',
  invitation: 'Uitnodiging',
  'session-changed': 'Bijeenkomst gewijzigd',
  'session-cancelled': 'Bijeenkomst gaat niet door',
  'registration-cancelled': 'Afmelding',
  'already-registered': 'Al aangemeld',
  'waiting-list': 'Wachtlijst',
  'seat-passed-on': 'Gewijzigd, en geen plaats meer',
  reminder: 'Herinnering',
  'confirm-reply': 'Klopt uw antwoord?',
}

export function mailKindInWords(kind: string): string {
  return mailKindWords[kind] ?? 'Ander bericht'
}

/** What the mail server said last, for people: its number alone says nothing. */
export function serverAnswerInWords(mail: {
  state: OutboxState
  attempts: number
  code: number | undefined
  hasAnswer: boolean
}): string {
  const { state, attempts, code } = mail
  if (code === undefined) {
    if (mail.hasAnswer) return 'Er kwam geen antwoord van de mailserver.'
    return attempts === 0 ? 'Nog niet geprobeerd.' : 'Er is nog geen antwoord.'
  }
  if (code < 400) return 'De mailserver heeft de mail aangenomen.'
  const known = serverAnswers[code]
  if (known) return known
  if (code >= 500) return 'De mailserver weigert deze mail.'
  return state === 'failed'
    ? 'De mailserver nam de mail niet aan, ook niet na meer pogingen.'
    : 'De mailserver kon de mail nog niet aannemen. Wij proberen het vanzelf opnieuw.'
}

const serverAnswers: Record<number, string> = {
  452: 'De mailbox van de ontvanger is vol, of de mailserver heeft het te druk.',
  550: 'De mailserver kent dit adres niet, of neemt er geen mail voor aan.',
  551: 'Dit adres hoort niet bij deze mailserver.',
  552: 'De mailbox van de ontvanger is vol, of de mail is te groot.',
  553: 'De mailserver kan dit adres niet lezen.',
  554: 'De mailserver weigert deze mail.',
}

export type WithheldReason = 'dosNumberMissing' | 'addressMissing' | 'addressSuspended'

/** Why a mail stays here, and what somebody can do about it. */
export const withheldWords: Record<WithheldReason, { why: string; toDo: string }> = {
  dosNumberMissing: { why: 'DOS-nummer ontbreekt', toDo: 'Vul het DOS-nummer in. Daarna gaat de mail vanzelf weg.' },
  addressMissing: { why: 'Geen mailadres', toDo: 'Bel deze persoon, of vraag de griffie om een adres.' },
  addressSuspended: {
    why: 'Adres klopt niet',
    toDo: 'Eerdere mail kwam terug. Bel deze persoon en vraag het juiste adres. Daarna gaat de mail vanzelf weg.',
  },
}
