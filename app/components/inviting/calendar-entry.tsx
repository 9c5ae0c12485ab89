import { formatSessionTime } from '#app/domain/calendar-text.ts'
import {
  calendarMethodInWords,
  calendarStatusInWords,
  partstatInWords,
  type ShownCalendar,
} from '#app/domain/inviting/shown-mail.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { Moment } from '../page/moment.tsx'

/** What the calendar part of a mail says, in words. */
export function CalendarEntry({ calendar }: { calendar: ShownCalendar }) {
  const { start, end, stampedAt } = calendar
  const rows = [
    { key: 'method', term: 'Wat de agenda doet', value: calendarMethodInWords(calendar.method) },
    { key: 'summary', term: 'Titel', value: calendar.summary },
    { key: 'when', term: 'Wanneer', value: start && (end ? formatSessionTime(start, end) : <Moment at={start} />) },
    { key: 'where', term: 'Waar', value: calendar.location },
    { key: 'status', term: 'Status', value: calendar.status && calendarStatusInWords(calendar.status) },
    { key: 'for', term: 'Voor wie', value: calendar.attendees.length > 0 && <Attendees {...calendar} /> },
    { key: 'comment', term: 'Opmerking', value: calendar.comment },
    { key: 'organizer', term: 'Antwoord gaat naar', value: calendar.organizer },
    { key: 'sequence', term: 'Versie', value: calendar.sequence === undefined ? undefined : String(calendar.sequence) },
    { key: 'stamp', term: 'Gemaakt', value: stampedAt && <Moment at={stampedAt} /> },
    { key: 'uid', term: 'Vast nummer van de afspraak', value: calendar.uid && <code>{calendar.uid}</code> },
  ]
  return <DefinitionList rows={rows.filter(({ value }) => value)} />
}

function Attendees({ attendees }: Pick<ShownCalendar, 'attendees'>) {
  return (
    <ul>
      {attendees.map(({ name, address, partstat }) => (
        <li key={address}>
          {name && name !== address ? `${name}, ${address}` : address}: {partstatInWords(partstat)}
        </li>
      ))}
    </ul>
  )
}
