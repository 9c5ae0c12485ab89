export type InboxState = 'received' | 'processed' | 'review' | 'closed'

export const inboxStateWords: Record<InboxState, string> = {
  received: 'wacht op verwerking',
  processed: 'verwerkt',
  review: 'te bekijken',
  closed: 'afgehandeld',
}

export const inboxDoorWords: Record<'lmtp' | 'imap' | 'command', string> = {
  lmtp: 'via onze mailserver',
  imap: 'uit de mailbox',
  command: 'met de hand ingelezen',
}

/** What a mail turned out to be. */
const findings: Record<string, string> = {
  'reply:ACCEPTED': 'Antwoord: komt',
  'reply:TENTATIVE': 'Antwoord: misschien',
  'reply:DECLINED': 'Antwoord: komt niet',
  'reply:DELEGATED': 'Antwoord: laat een ander komen',
  'reply:NEEDS-ACTION': 'Antwoord zonder ja of nee',
  'reply:multi': 'Meer antwoorden in één mail',
  counter: 'Voorstel voor een andere tijd',
  refresh: 'Vraag om de uitnodiging nog een keer',
  request: 'Uitnodiging van iemand anders',
  cancel: 'Afzegging van iemand anders',
  stale: 'Antwoord op een eerdere versie',
  'unknown-occurrence': 'Antwoord op een reeks die wij niet kennen',
  'no-attendee': 'Antwoord zonder naam',
  'party-crasher': 'Antwoord van iemand die niet is uitgenodigd',
  'spoof-suspect': 'Afzender klopt misschien niet',
  bounce: 'Onze mail kwam terug',
  'bounce-soft': 'Onze mail kwam terug, misschien tijdelijk',
  'bounce-delayed': 'Onze mail is vertraagd',
  'bounce-success': 'Bericht dat onze mail aankwam',
  'not-itip': 'Gewone mail of automatisch antwoord',
  'multi-object': 'Meer afspraken in één mail',
  'not-event': 'Agendabericht zonder afspraak',
  malformed: 'Onleesbaar agendabericht',
  failed: 'Verwerken is niet gelukt',
}

/** What was done with it. */
const decisions: Record<string, string> = {
  apply: 'Antwoord opgeslagen',
  record: 'Bewaard, verandert niets',
  ignore: 'Er hoefde niets te gebeuren',
  review: 'Iemand moet hiernaar kijken',
  sendAgain: 'Uitnodiging nog een keer gestuurd',
  bounce: 'Bijgehouden bij het adres',
}

/** Why. */
const reasons: Record<string, string> = {
  ownAddress: 'Het kwam van het uitgenodigde adres.',
  otherAddress: 'Het kwam van een ander adres dan het uitgenodigde.',
  remembered: 'Een medewerker koppelde deze afzender eerder aan deze deelnemer.',
  sender: 'Wij herkenden de afzender.',
  severalAnswers: 'Er staan meer antwoorden in.',
  occurrence: 'Het gaat over één keer uit een reeks.',
  noAttendee: 'Er staat niet in wie antwoordt.',
  delegated: 'De uitgenodigde wil een ander laten komen.',
  severalAttendees: 'Er staan meer mensen in.',
  unknownSession: 'Wij kennen deze bijeenkomst niet.',
  unknownPerson: 'Wij kennen deze persoon niet.',
  notInvited: 'Deze persoon is niet uitgenodigd.',
  otherAttendee: 'Het antwoord is voor een ander adres.',
  senderFails: 'De afzender lijkt vervalst.',
  senderUnproven: 'Wij weten niet zeker wie de afzender is.',
  senderDiffers: 'De afzender antwoordt voor een ander.',
  counterProposal: 'Er staat een andere tijd in.',
  noAnswerInIt: 'Er staat geen antwoord in.',
  closedSession: 'De bijeenkomst is voorbij of gaat niet door.',
  noLongerTakesPart: 'Deze persoon doet niet meer mee.',
  earlierVersion: 'Het is een antwoord op een eerdere versie.',
  olderThanLast: 'Er was al een later antwoord.',
  rejectedSender: 'Deze afzender is eerder afgewezen.',
  sentRecently: 'De uitnodiging was net al gestuurd.',
  flood: 'Er kwam te veel onbekende mail tegelijk.',
  failed: 'Het portaal kon de mail niet verwerken.',
  unknownUser: 'Het adres bestaat niet.',
  hard: 'De mailserver weigerde de mail.',
  soft: 'Bezorgen lukte nu niet.',
  delayed: 'Bezorgen duurt langer.',
  success: 'De mail is aangekomen.',
  unknownMail: 'Wij weten niet welke mail het was.',
  bounceUnproven: 'Het bericht kan nagemaakt zijn. Het adres blijft in gebruik.',
  human: 'Iemand schreef zelf een mail.',
  automatic: 'Het is een automatisch antwoord.',
  readReceipt: 'Het is een leesbevestiging.',
  severalCalendars: 'Er zitten meer afspraken in.',
  unreadableMail: 'De mail is niet te lezen.',
}

export function findingInWords(finding: string | undefined): string {
  return finding === undefined ? 'Nog niet bekeken' : (findings[finding] ?? 'Ander bericht')
}

export function decisionInWords(decision: string | undefined): string {
  return decision === undefined ? 'Nog niets' : (decisions[decision] ?? 'Door iemand afgehandeld')
}

export function reasonInWords(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : (reasons[reason] ?? 'Het agendabericht is niet goed te lezen.')
}
