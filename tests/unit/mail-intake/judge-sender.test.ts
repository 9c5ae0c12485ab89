import { expect, test } from '@playwright/test'
import type { CalendarMessage, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import { judgeSender } from '#app/domain/inviting/judge-sender.ts'

const hers = 'ans@leiderdorp.example'
const elsewhere = 'thuis@voorbeeld.example'

type Row = { hasToken: boolean; attendee: string; from: string | undefined; isLinkedSender: boolean }

/** What is found about the sender, in the order pass, none, fail. */
function verdicts({ hasToken, attendee, from, isLinkedSender }: Row): string[] {
  return (['pass', 'none', 'fail'] as const).map((authentication) => {
    const mail = { from, authentication } as Pick<IncomingMail, 'from' | 'authentication'>
    const calendar = { attendees: [{ address: attendee }] } as Pick<CalendarMessage, 'attendees'>
    const judged = judgeSender(mail, calendar, { hasToken, addresses: [hers], isLinkedSender })
    return judged.result === 'accept' ? judged.via : `? ${judged.why}`
  })
}

const review = (why: string) => Array<string>(3).fill(`? ${why}`)

/** The whole table of judge-sender.ts: her personal address or not, whom the answer is of, who sent it, and whether staff linked that sender before. */
const table: [hasToken: boolean, attendee: string, from: string | undefined, isLinked: boolean, string[]][] = [
  [true, hers, hers, false, ['ownAddress', 'ownAddress', '? senderFails']],
  [true, hers, elsewhere, false, ['otherAddress', 'otherAddress', '? senderFails']],
  [true, hers, undefined, false, ['otherAddress', 'otherAddress', '? senderFails']],
  [true, elsewhere, elsewhere, false, review('otherAttendee')],
  [true, elsewhere, hers, false, review('otherAttendee')],
  [true, elsewhere, elsewhere, true, ['remembered', 'remembered', '? senderFails']],
  [true, elsewhere, hers, true, ['remembered', 'remembered', '? senderFails']],
  [true, hers, hers, true, ['ownAddress', 'ownAddress', '? senderFails']],

  [false, hers, hers, false, ['sender', '? senderUnproven', '? senderUnproven']],
  [false, hers, elsewhere, false, review('senderDiffers')],
  [false, hers, undefined, false, review('senderUnproven')],
  [false, elsewhere, elsewhere, false, review('notInvited')],
  [false, elsewhere, hers, false, review('senderDiffers')],
  [false, elsewhere, elsewhere, true, ['remembered', '? senderUnproven', '? senderUnproven']],
  [false, elsewhere, hers, true, review('senderDiffers')],
  [false, elsewhere, undefined, true, review('senderUnproven')],
  [false, hers, hers, true, ['sender', '? senderUnproven', '? senderUnproven']],
]

for (const [hasToken, attendee, from, isLinkedSender, expected] of table) {
  const where = hasToken ? 'at her own address' : 'at the common address'
  const linked = isLinkedSender ? ', linked before' : ''
  test(`an answer of ${attendee} from ${from ?? 'nobody'} ${where}${linked}: pass, none, fail`, () => {
    expect(verdicts({ hasToken, attendee, from, isLinkedSender })).toEqual(expected)
  })
}

test('an answer of nobody is of nobody, and a mailbox is the same in capitals', () => {
  expect(verdicts({ hasToken: true, attendee: '', from: hers, isLinkedSender: false })).toEqual(review('otherAttendee'))
  const capitals = { attendee: 'Ans@Leiderdorp.EXAMPLE', from: 'ANS@leiderdorp.example', isLinkedSender: false }
  expect(verdicts({ hasToken: false, ...capitals })[0]).toBe('sender')
  expect(verdicts({ hasToken: true, ...capitals })[0]).toBe('ownAddress')
})
