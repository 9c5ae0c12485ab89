import { expect, test } from '@playwright/test'
import { isSameMailbox } from '#app/domain/inviting/bare-address.ts'
import { isTraceField } from '#app/domain/inviting/mail-traces.ts'
import { readReply } from '#emails/reply.ts'
import { aBounce, aCalendar, anAnswerMail } from './answer-mail.ts'

const many = 200_000
const authservId = 'mx.provincie.example'

/** What costs the square of its length in a pattern that tries every beginning: minutes, in which no page is served. */
const hostile: Record<string, Buffer> = {
  'an attendee of quotes': anAnswerMail({
    calendar: aCalendar({ attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:mailto:a${'"'.repeat(many)}x@y.example`] }),
  }),
  'an attendee of plusses': anAnswerMail({
    calendar: aCalendar({ attendees: [`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${'+'.repeat(many)}`] }),
  }),
  'a recipient of quotes': anAnswerMail({ headers: [`Delivered-To: a${'"'.repeat(many)}x@y.example`] }),
  'a finding that never closes': anAnswerMail({
    headers: [`Authentication-Results: ${authservId}; ${'"\\'.repeat(many)}`],
  }),
  'a finding of spaces': anAnswerMail({
    headers: [`Authentication-Results: ${authservId}; ${' '.repeat(many)}x`],
  }),
  'a bounce of quotes': Buffer.from(
    aBounce()
      .toString('latin1')
      .replace('Final-Recipient: rfc822; ', `Final-Recipient: rfc822; a${'"'.repeat(many)}x`),
  ),
}

for (const [what, raw] of Object.entries(hostile))
  test(`${what} is read at once`, async () => {
    const started = performance.now()
    const mail = await readReply(raw, { authservId })
    if (mail.content.kind === 'calendar')
      for (const { address } of mail.content.calendar.attendees) isSameMailbox(address, 'ans@leiderdorp.example')
    expect(performance.now() - started).toBeLessThan(2_000)
  })

test('what servers write above a mail on the way is known by its name, however long', () => {
  for (const field of [
    'Received: by a',
    'X-Spam-Score: 3',
    'ARC-Seal: i=1',
    'X-Rspamd-Spamd-Bar: 1',
    'DELIVERED-TO: a',
  ])
    expect(isTraceField(field), field).toBe(true)
  for (const field of ['X-Mailer: a', 'Received-by: a', 'X-Spa: m', 'Comments: x-spam:', 'received', ':'])
    expect(isTraceField(field), field).toBe(false)
  const started = performance.now()
  expect(isTraceField(`X-${'spam'.repeat(many)}`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(1_000)
})
