import { expect, test } from '@playwright/test'
import { printable } from '#app/domain/inviting/printable.ts'
import { readReply } from '#emails/reply.ts'
import { aCalendar, anAnswerMail, answering } from './answer-mail.ts'

test('words of a stranger keep their lines and lose what hides or turns text', () => {
  expect(printable('Een\r\ntwee\rdrie\tvier')).toBe('Een\ntwee\ndrie\tvier')
  expect(printable('van\u202egro.live\u202c\u200b\u0007\u0000')).toBe('vangro.live')
  expect(printable('<script>alert(1)</script> é 👍')).toBe('<script>alert(1)</script> é 👍')
  expect(printable('\ud800x')).toBe('\ufffdx')
})

test('a proposal in a zone as Outlook names it is the hour that was meant, in winter and in summer', async () => {
  for (const [day, utc] of [
    ['20270119', '2027-01-19T18:30:00Z'],
    ['20270706', '2027-07-06T17:30:00Z'],
  ] as const) {
    for (const zone of ['W. Europe Standard Time', 'Romance Standard Time', 'Europe/Amsterdam']) {
      const calendar = aCalendar({ method: 'COUNTER', attendees: [answering('TENTATIVE')] })
        .replace(/DTSTART:.*/, `DTSTART;TZID=${zone}:${day}T193000`)
        .replace(/DTEND:.*/, `DTEND;TZID="${zone}":${day}T210000`)
      const { content } = await readReply(anAnswerMail({ method: 'COUNTER', calendar }))
      expect(content.kind === 'calendar' && content.calendar.proposedStart?.toString(), zone).toBe(utc)
    }
  }
})
