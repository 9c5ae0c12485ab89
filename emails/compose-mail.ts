import type { Block } from './blocks.ts'
import { composeCalendarObject } from './calendar.ts'
import { cleanLine } from './calendar-clean.ts'
import type { CalendarObjectInput } from './calendar-input.ts'
import { dossierMarks } from './dossier-number.ts'
import { renderLetter } from './layout.tsx'
import type { MailContent, MailKind } from './message.ts'
import { plainText } from './plain-text.ts'

/** What every mail about a dossier knows about it. */
export type Dossier = {
  /** DOS-2026-0001081, or null while the province has not filled it in. */
  dosNumber: string | null
  /** Our own number of the request, where there is one. */
  reference?: string | null
}

export type MailDraft = {
  kind: MailKind
  dossier: Dossier
  /** The first word is the fact. */
  subject: string
  /** Title of the letter; the subject when left out. */
  title?: string
  recipientName: string
  blocks: readonly Block[]
  calendar?: CalendarObjectInput
}

const closing = 'Met vriendelijke groet,\nProvincie Zuid-Holland'

/** From what a template says to a finished mail: text, HTML and calendar from one source, each with the dossier number. */
export function composeMail(draft: MailDraft): MailContent {
  const marks = dossierMarks(draft.dossier.dosNumber, draft.dossier.reference)
  const subject = cleanLine(draft.subject)
  const greeting = `Beste ${cleanLine(draft.recipientName) || 'lezer'},`
  const letter = { title: draft.title ?? subject, greeting, blocks: draft.blocks, closing, markLine: marks.line }
  const text = [greeting, plainText(draft.blocks), closing, marks.line].filter(Boolean).join('\n\n')
  return {
    kind: draft.kind,
    dosNumber: draft.dossier.dosNumber,
    subject: marks.subject(subject),
    text: `${text}\n`,
    html: renderLetter(letter),
    ...(draft.calendar && { calendar: withCalendar(draft.calendar, marks) }),
  }
}

function withCalendar(calendar: CalendarObjectInput, marks: ReturnType<typeof dossierMarks>) {
  const description = [calendar.description, marks.line].filter(Boolean).join('\n\n')
  const stem = calendar.method === 'CANCEL' ? 'afzegging' : 'uitnodiging'
  return {
    method: calendar.method,
    body: composeCalendarObject({ ...calendar, description }),
    fileName: marks.fileName(stem),
  }
}
