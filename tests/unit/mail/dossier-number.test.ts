import { expect, test } from '@playwright/test'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { assertDossierNumber, DosNumberMissing, dossierMarks } from '#emails/dossier-number.ts'
import { type MailContent, mailKinds } from '#emails/message.ts'
import { addressed, everyMail } from '#emails/samples/every-mail.ts'

const number = 'DOS-2026-0001081'
const invitation = everyMail.invitation as MailContent

function missingFrom(content: MailContent): readonly string[] {
  try {
    assertDossierNumber(content)
    return []
  } catch (error) {
    if (error instanceof DosNumberMissing) return error.missingFrom
    throw error
  }
}

for (const [name, mail] of Object.entries(everyMail)) {
  test(`${name} carries the number wherever it has one`, () => {
    expect(missingFrom(mail)).toEqual([])
    if (mailKinds[mail.kind] === 'required') expect(mail.dosNumber).toBe(number)
    if (mail.calendar) expect(mail.calendar.fileName).toMatch(/^(uitnodiging|afzegging)-DOS-2026-0001081\.ics$/)
  })
}

test('what a mail says of the number, with and without it, and with and without the number of a request', () => {
  const marks = (dosNumber: string | null, reference?: string) => {
    const { subject, line, fileName } = dossierMarks(dosNumber, reference)
    return [subject('Uw aanvraag'), line, fileName('uitnodiging')]
  }
  const withNumber = ['Uw aanvraag (DOS-2026-0001081)', 'uitnodiging-DOS-2026-0001081.ics'] as const
  expect(marks(number)).toEqual([withNumber[0], 'Ons kenmerk: DOS-2026-0001081', withNumber[1]])
  expect(marks(number, 'RB-2026-0007')).toEqual([
    withNumber[0],
    'Ons kenmerk: DOS-2026-0001081, aanvraag RB-2026-0007',
    withNumber[1],
  ])
  expect(marks(null, 'RB-2026-0007')).toEqual(['Uw aanvraag', 'Aanvraagnummer: RB-2026-0007', 'uitnodiging.ics'])
  expect(marks(null)).toEqual(['Uw aanvraag', '', 'uitnodiging.ics'])
})

const without = (text: string) => text.replaceAll(number, '')
const planted: Record<string, MailContent> = {
  dosNumber: { ...invitation, dosNumber: null },
  subject: { ...invitation, subject: without(invitation.subject) },
  text: { ...invitation, text: without(invitation.text) },
  html: { ...invitation, html: without(invitation.html) },
  calendar: {
    ...invitation,
    calendar: invitation.calendar && {
      ...invitation.calendar,
      body: without(invitation.calendar.body.replace(/\r\n /g, '')),
    },
  },
  fileName: { ...invitation, calendar: invitation.calendar && { ...invitation.calendar, fileName: 'invite.ics' } },
}
for (const [place, mail] of Object.entries(planted)) {
  test(`an invitation without its number in ${place} is refused by the guard and by the mailer`, async () => {
    expect(missingFrom(mail)).toEqual([place])
    await expect(composeRaw(addressed(mail))).rejects.toThrow(DosNumberMissing)
  })
}

test('a number that stands in a property nobody reads is a number that is missing', () => {
  const { calendar } = planted.calendar as MailContent
  if (!calendar) throw new Error('an invitation without a calendar')
  const hidden = calendar.body.replace('BEGIN:VEVENT', `BEGIN:VEVENT\r\nX-DESCRIPTION:${number}`)
  expect(missingFrom({ ...invitation, calendar: { ...calendar, body: hidden } })).toEqual(['calendar'])
  const empty = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'
  expect(missingFrom({ ...invitation, calendar: { ...calendar, body: empty } })).toEqual(['calendar'])
})

test('a blank number is no number', () => {
  expect(missingFrom({ ...invitation, dosNumber: '  ' })).toEqual(['dosNumber'])
})

test('a mail that confirms what somebody just did leaves without a number, but never with half of one', () => {
  const received = everyMail['request-received'] as MailContent
  expect(missingFrom({ ...received, dosNumber: null })).toEqual([])
  expect(missingFrom({ ...received, subject: without(received.subject) })).toEqual(['subject'])
})
