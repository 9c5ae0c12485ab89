/** One mail as somebody else may look at it: every secret masked, every link dead. */
export type ShownMail = {
  /** The lines that people know: from, to, answer to, date, subject. */
  head: { name: MailHeadName; value: string }[]
  text: string
  /** A whole document, for a frame of its own; undefined when the mail has only text. */
  html: string | undefined
  calendar: ShownCalendar | undefined
  attachments: { name: string; type: string; bytes: number }[]
  /** The source, its parts decoded so that they can be read. */
  source: string
}

export type MailHeadName = 'from' | 'to' | 'replyTo' | 'date' | 'subject' | 'messageId'

/** A calendar part as it was written. Whatever it does not say, or says so that nobody understands it, is undefined. */
export type ShownCalendar = {
  method: string
  summary: string | undefined
  start: Temporal.Instant | undefined
  end: Temporal.Instant | undefined
  location: string | undefined
  uid: string | undefined
  sequence: number | undefined
  stampedAt: Temporal.Instant | undefined
  status: string | undefined
  organizer: string | undefined
  attendees: { name: string | undefined; address: string; partstat: string }[]
  comment: string | undefined
}

export const mailHeadWords: Record<MailHeadName, string> = {
  from: 'Van',
  to: 'Aan',
  replyTo: 'Antwoord gaat naar',
  date: 'Datum',
  subject: 'Onderwerp',
  messageId: 'Kenmerk van de mail',
}

const methods: Record<string, string> = {
  REQUEST: 'Uitnodiging: de agenda vraagt om een antwoord',
  CANCEL: 'Afzegging: de agenda haalt de afspraak weg',
  REPLY: 'Antwoord op een uitnodiging',
  COUNTER: 'Voorstel voor een andere tijd',
  REFRESH: 'Vraag om de uitnodiging nog een keer te sturen',
  PUBLISH: 'Afspraak ter informatie',
}
const statuses: Record<string, string> = {
  CONFIRMED: 'staat vast',
  TENTATIVE: 'onder voorbehoud',
  CANCELLED: 'gaat niet door',
}
const partstats: Record<string, string> = {
  'NEEDS-ACTION': 'nog geen antwoord',
  ACCEPTED: 'komt',
  TENTATIVE: 'misschien',
  DECLINED: 'komt niet',
  DELEGATED: 'laat een ander komen',
}

export function calendarMethodInWords(method: string): string {
  return methods[method] ?? `Ander agendabericht (${method.toLowerCase()})`
}

export function calendarStatusInWords(status: string): string {
  return statuses[status] ?? status.toLowerCase()
}

export function partstatInWords(partstat: string): string {
  return partstats[partstat] ?? partstat.toLowerCase()
}
