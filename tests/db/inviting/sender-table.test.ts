import { sql } from 'kysely'
import { anInvitee, answerOf, commonBox, found, inboxRow, later, repliesOf } from '#tests/support/answers.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { ans, answering, aPlainMail } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const other = 'ans.thuis@voorbeeld.example'
const stranger = 'mallory@elders.example'

type Row = {
  /** The personal reply address, or the common one. */
  token: boolean
  attendee: string
  from: string
  dmarc: 'pass' | 'none' | 'fail'
  becomes:
    | { do: 'apply'; why: string; via: string | null }
    | { do: 'review'; why: string; finding: string; asks?: true }
}

const applied = (why: string, via: string | null = why) => ({ do: 'apply', why, via }) as const
const kept = (why: string, finding = 'reply:ACCEPTED') => ({ do: 'review', why, finding }) as const
const asked = { ...kept('senderUnproven'), asks: true } as const

/** One mail for each row of the table of senders, with every finding that the row allows. */
const table: Row[] = [
  { token: true, attendee: ans, from: ans, dmarc: 'pass', becomes: applied('ownAddress', null) },
  { token: true, attendee: ans, from: ans, dmarc: 'none', becomes: applied('ownAddress', null) },
  { token: true, attendee: ans, from: 'griffie@leiderdorp.example', dmarc: 'pass', becomes: applied('otherAddress') },
  { token: true, attendee: ans, from: 'griffie@leiderdorp.example', dmarc: 'none', becomes: applied('otherAddress') },
  { token: true, attendee: ans, from: ans, dmarc: 'fail', becomes: kept('senderFails', 'spoof-suspect') },
  { token: true, attendee: ans, from: stranger, dmarc: 'fail', becomes: kept('senderFails', 'spoof-suspect') },
  { token: true, attendee: other, from: other, dmarc: 'pass', becomes: kept('otherAttendee') },
  { token: true, attendee: other, from: ans, dmarc: 'none', becomes: kept('otherAttendee') },
  { token: true, attendee: other, from: other, dmarc: 'fail', becomes: kept('otherAttendee') },
  { token: false, attendee: ans, from: ans, dmarc: 'pass', becomes: applied('sender') },
  { token: false, attendee: ans, from: ans, dmarc: 'none', becomes: asked },
  { token: false, attendee: ans, from: ans, dmarc: 'fail', becomes: asked },
  { token: false, attendee: ans, from: stranger, dmarc: 'pass', becomes: kept('senderDiffers', 'spoof-suspect') },
  { token: false, attendee: ans, from: stranger, dmarc: 'none', becomes: kept('senderDiffers', 'spoof-suspect') },
  { token: false, attendee: other, from: stranger, dmarc: 'pass', becomes: kept('senderDiffers', 'spoof-suspect') },
  { token: false, attendee: stranger, from: stranger, dmarc: 'pass', becomes: kept('notInvited', 'party-crasher') },
]

for (const { token, attendee, from, dmarc, becomes } of table) {
  const named = `${token ? 'token' : 'no token'}, ATTENDEE ${attendee}, From ${from}, dmarc ${dmarc}`
  test(`${named}: ${becomes.do}, ${becomes.why}`, async ({ db }) => {
    const { answers, registrationId, evening, personId } = await anInvitee(db)
    const mailsBefore = (await mailsOf(db, evening.id)).length
    const mail = { from, headers: found(dmarc), ...(token ? {} : { to: commonBox }) }
    const { inboxId, verdict } = await answers({ attendees: [answering('ACCEPTED', attendee)] }, mail)

    const isApplied = becomes.do === 'apply'
    expect(verdict).toMatchObject({
      state: isApplied ? 'processed' : 'review',
      decision: becomes.do,
      reason: becomes.why,
      finding: isApplied ? 'reply:ACCEPTED' : becomes.finding,
    })
    expect(await answerOf(db, registrationId)).toBe(isApplied ? 'yes' : 'none')
    const replies = await db.selectFrom('reply').select(['via', 'inbox_id', 'door', 'applied']).execute()
    expect(replies).toEqual(isApplied ? [{ via: becomes.via, inbox_id: inboxId, door: 'calendar', applied: true }] : [])
    const everybody = await db.selectFrom('registration').select('person_id').execute()
    expect(everybody, 'a mail adds nobody').toEqual([{ person_id: personId }])
    const { state, sender, said } = await inboxRow(db, inboxId)
    expect({ state, sender, said }).toEqual({ state: isApplied ? 'processed' : 'review', sender: from, said: 'yes' })
    const posted = (await mailsOf(db, evening.id)).slice(mailsBefore)
    expect(posted.map(({ kind, recipient }) => ({ kind, recipient }))).toEqual(
      'asks' in becomes ? [{ kind: 'confirm-reply', recipient: ans }] : [],
    )
  })
}

test('a finding of somebody else’s mail server proves nothing', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  const mail = { to: commonBox, headers: found('pass', 'mx.evil.example') }
  expect((await answers({}, mail)).verdict).toMatchObject({ state: 'review', reason: 'senderUnproven' })
  expect(await answerOf(db, registrationId)).toBe('none')
})

test('without a sender, or with two, a personal address still counts and the common one does not', async ({ db }) => {
  const { answers, registrationId } = await anInvitee(db)
  for (const from of [null, `${ans}, ${other}`]) {
    const open = await answers({ extra: ['COMMENT:a'] }, { from, to: commonBox } as { from: string; to: string })
    expect(open.verdict).toMatchObject({ state: 'review', reason: 'senderUnproven' })
    const own = await answers({ extra: ['COMMENT:b'] }, { from } as { from: string })
    expect(own.verdict).toMatchObject({ decision: 'apply', reason: 'otherAddress' })
  }
  expect(await repliesOf(db, registrationId)).toHaveLength(2)
})

test('a flood of unknown mail is kept and put before nobody, but a personal address and a proven sender are never drowned', async ({
  db,
}) => {
  const { answers, takeIn } = await anInvitee(db)
  await sql`insert into inbox (sha256, raw, door, received_at, state, finding, decision, reason, processed_at)
    select sha256(n::text::bytea), 'x', 'lmtp', ${later.toString()}, 'review', 'party-crasher', 'review', 'notInvited', ${later.toString()}
    from generate_series(1, 200) n`.execute(db)
  for (const attendee of [stranger, ans]) {
    const drowned = await answers({ attendees: [answering('ACCEPTED', attendee)] }, { from: stranger, to: commonBox })
    expect(drowned.verdict).toMatchObject({ state: 'processed', decision: 'ignore', reason: 'flood' })
  }
  const own = await answers({ attendees: [answering('ACCEPTED', other)] }, { from: other })
  expect(own.verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  const inHerName = await takeIn(aPlainMail(), commonBox)
  expect(inHerName.verdict).toMatchObject({ state: 'processed', reason: 'flood' })
  const hers = await takeIn(aPlainMail(found('pass'), 'Ik kom met de fiets.'), commonBox)
  expect(hers.verdict).toMatchObject({ state: 'review', reason: 'human' })
})
