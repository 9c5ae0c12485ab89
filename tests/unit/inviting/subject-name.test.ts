import { expect, test } from '@playwright/test'
import { nameInSubject } from '#app/domain/inviting/subject-name.ts'
import { everyMail } from '#emails/samples/every-mail.ts'

test('a mail is called in a preview as its own subject begins, to a speaker, a room, a griffie and a councillor alike', () => {
  const nameOf = (sample: string) => nameInSubject(everyMail[sample]?.subject ?? '')
  expect(nameOf('speaker-invited')).toBe('Kunt u spreken?')
  expect(nameOf('speaker-confirmed')).toBe('Bevestigd')
  expect(nameOf('speaker-changed-time')).toBe('Gewijzigd: tijd')
  expect(nameOf('speaker-changed-room')).toBe('Gewijzigd: zaal')
  expect(nameOf('session-published')).toBe('Bevestigd')
  expect(nameOf('question-asked')).toBe('Vraag over uw aanvraag')
  expect(nameOf('evening-proposed')).toBe('Voorstel')
  for (const { subject } of Object.values(everyMail)) {
    const name = nameInSubject(subject)
    expect(subject.startsWith(name)).toBe(true)
    expect(name, subject).not.toMatch(/Wonen|DOS-|RB-|[:“]$/)
  }
})

test('a title with a colon, a question mark or quotation marks is not taken for the name', () => {
  expect(nameInSubject('Bevestigd: Wat nu? Wonen: een “kans”, dinsdag 12 januari 2027')).toBe('Bevestigd')
  expect(nameInSubject('Kunt u spreken? Wat nu: wonen van “hier”')).toBe('Kunt u spreken?')
  expect(nameInSubject('Gewijzigd: tijd en zaal van “Wonen van “hier”: nu?” (DOS-2026-0001081)')).toBe(
    'Gewijzigd: tijd en zaal',
  )
})
