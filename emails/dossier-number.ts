import { type MailContent, type MailKind, mailKinds } from './message.ts'

/** A dossier mail without its number, or with a place where the number is missing. It is not sent. */
export class DosNumberMissing extends Error {
  override name = 'DosNumberMissing'
  readonly kind: MailKind
  readonly missingFrom: readonly string[]

  constructor(kind: MailKind, missingFrom: readonly string[]) {
    super(`${kind} without dossier number: ${missingFrom.join(', ')}`)
    this.kind = kind
    this.missingFrom = missingFrom
  }
}

export type DossierMarks = {
  subject: (subject: string) => string
  /** The line that closes the text, the HTML and the calendar description; empty when there is nothing to refer to. */
  line: string
  fileName: (stem: string) => string
}

/** The only place that writes the dossier number into a mail. */
export function dossierMarks(dosNumber: string | null, reference?: string | null): DossierMarks {
  const ours = [dosNumber, reference].filter(Boolean).join(', aanvraag ')
  return {
    subject: (subject) => (dosNumber ? `${subject} (${dosNumber})` : subject),
    line: dosNumber ? `Ons kenmerk: ${ours}` : reference ? `Aanvraagnummer: ${reference}` : '',
    fileName: (stem) => (dosNumber ? `${stem}-${dosNumber}.ics` : `${stem}.ics`),
  }
}

/**
 * Refuses a dossier mail that does not carry its number in subject, text, HTML, calendar entry and file name.
 * @throws {DosNumberMissing}
 */
export function assertDossierNumber(content: MailContent): void {
  const rule = mailKinds[content.kind]
  const number = content.dosNumber?.trim()
  if (rule === 'never' || (rule === 'whenKnown' && !number)) return
  if (!number) throw new DosNumberMissing(content.kind, ['dosNumber'])
  const places: Record<string, string> = { subject: content.subject, text: content.text, html: content.html }
  if (content.calendar) {
    places.calendar = describedIn(content.calendar.body)
    places.fileName = content.calendar.fileName
  }
  const missingFrom = Object.keys(places).filter((place) => !places[place]?.includes(number))
  if (missingFrom.length > 0) throw new DosNumberMissing(content.kind, missingFrom)
}

/** SUMMARY and DESCRIPTION, unfolded (RFC 5545 §3.1). */
function describedIn(calendar: string): string {
  const properties = calendar.match(/^(?:SUMMARY|DESCRIPTION)[;:].*(?:\r\n[ \t].*)*/gm) ?? []
  return properties.join('\n').replace(/\r\n[ \t]/g, '')
}
