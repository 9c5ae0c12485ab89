import { sql } from 'kysely'
import { openMailRoom } from '#app/use-cases/inviting/take-in-mail.ts'
import type { Db } from '#db/connection.server.ts'
import {
  anInvitee,
  answerOf,
  commonBox,
  found,
  later,
  ownServer,
  registrationOf,
  repliesOf,
  stamp,
} from '#tests/support/answers.ts'
import { aPublishedEvening } from '#tests/support/evenings.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

// The first mail is taken in at once, alone; those that come meanwhile share a transaction.

type Invitee = Awaited<ReturnType<typeof anInvitee>>

async function threeInvitees(db: Db, capacity?: number) {
  const evening = await aPublishedEvening(db, { capacity })
  const invited = (name: string) =>
    anInvitee(db, { at: evening, address: `${name}@leiderdorp.example`, name: `${name} de Verzonnene` })
  return { ans: await invited('ans'), bea: await invited('bea'), cor: await invited('cor') }
}

function says({ raw, deliveredTo }: Invitee, name: string, partstat: string, extra: string[] = [], seconds = 0) {
  const address = `${name}@leiderdorp.example`
  const at = later.add({ seconds })
  const calendar = { attendees: [answering(partstat, address)], stamp: stamp(at), extra }
  return {
    raw: raw(calendar, { from: address }),
    at,
    envelope: { door: 'lmtp', deliveredTo, authservId: ownServer },
  } as const
}

test('answers that come together are each what they would have been alone', async ({ db }) => {
  const { ans, bea, cor } = await threeInvitees(db)
  const takeIn = openMailRoom(db, aSite)
  const taken = await Promise.all([
    takeIn(says(ans, 'ans', 'ACCEPTED')),
    takeIn(says(bea, 'bea', 'DECLINED')),
    takeIn(says(cor, 'cor', 'TENTATIVE', ['COMMENT:Misschien later'])),
    takeIn(says(bea, 'bea', 'DECLINED')),
  ])
  expect(taken.map(({ outcome }) => outcome)).toEqual(['settled', 'settled', 'settled', 'duplicate'])
  for (const [invitee, answer] of [
    [ans, 'yes'],
    [bea, 'no'],
    [cor, 'maybe'],
  ] as const)
    expect(await repliesOf(db, invitee.registrationId)).toMatchObject([{ answer, applied: true }])
  expect(await repliesOf(db, cor.registrationId)).toMatchObject([{ remark: 'Misschien later' }])
  const kept = await db.selectFrom('inbox').select(['state', 'registration_id', 'sender']).orderBy('sender').execute()
  expect(kept).toEqual(
    [ans, bea, cor].map(({ registrationId }, at) => ({
      state: 'processed',
      registration_id: registrationId,
      sender: `${['ans', 'bea', 'cor'][at]}@leiderdorp.example`,
    })),
  )
})

// Seen to fail when several mails for one recipient were taken in together.
test('two answers of one person are judged one after the other', async ({ db }) => {
  const { ans, bea } = await threeInvitees(db)
  const takeIn = openMailRoom(db, aSite)
  const [, first, second] = await Promise.all([
    takeIn(says(bea, 'bea', 'ACCEPTED')),
    takeIn(says(ans, 'ans', 'DECLINED', [], 20)),
    takeIn(says(ans, 'ans', 'ACCEPTED', [], 10)),
  ])
  expect(first.verdict).toMatchObject({ decision: 'apply' })
  expect(second.verdict).toMatchObject({ decision: 'record', reason: 'olderThanLast' })
  expect(await answerOf(db, ans.registrationId)).toBe('no')
})

// Seen to fail when both were judged by what stood in the register before either.
test('two answers of one person through two addresses of ours count in the order of their moments', async ({ db }) => {
  const { ans, bea } = await threeInvitees(db)
  const takeIn = openMailRoom(db, aSite)
  const later = says(ans, 'ans', 'DECLINED', [], 20)
  const earlier = says(ans, 'ans', 'ACCEPTED', [], 10)
  const proven = Buffer.concat([Buffer.from(`${found('pass').join('')}\r\n`), earlier.raw])
  await Promise.all([
    takeIn(says(bea, 'bea', 'ACCEPTED')),
    takeIn(later),
    takeIn({ ...earlier, raw: proven, envelope: { ...earlier.envelope, deliveredTo: commonBox } }),
  ])
  expect(await answerOf(db, ans.registrationId)).toBe('no')
  expect(await repliesOf(db, ans.registrationId)).toMatchObject([{ applied: true }, { answer: 'yes', applied: false }])
})

// Seen to fail when the others were not tried again one by one.
test('one that cannot be processed takes none of the others with it', async ({ db }) => {
  const { ans, bea, cor } = await threeInvitees(db)
  await sql`alter table reply add constraint broken check (remark <> 'stuk')`.execute(db)
  const takeIn = openMailRoom(db, aSite)
  const taken = await Promise.all([
    takeIn(says(cor, 'cor', 'ACCEPTED')),
    takeIn(says(ans, 'ans', 'ACCEPTED', ['COMMENT:stuk'])),
    takeIn(says(bea, 'bea', 'ACCEPTED')),
  ])
  expect(taken.map(({ outcome }) => outcome)).toEqual(['settled', 'failed', 'settled'])
  expect(await answerOf(db, ans.registrationId)).toBe('none')
  expect(await repliesOf(db, bea.registrationId)).toHaveLength(1)
})

// Seen to fail when all answers were written before the first seat was looked for.
test('of two who want their seats back at once the first gets the one that is left', async ({ db }) => {
  const { ans, bea, cor } = await threeInvitees(db, 3)
  for (const [invitee, name] of [
    [ans, 'ans'],
    [bea, 'bea'],
  ] as const)
    await openMailRoom(db, aSite)(says(invitee, name, 'DECLINED'))
  await db.updateTable('briefing_session').set({ capacity: 2 }).execute()
  const takeIn = openMailRoom(db, aSite)
  await Promise.all([
    takeIn(says(cor, 'cor', 'ACCEPTED', [], 10)),
    takeIn(says(ans, 'ans', 'ACCEPTED', [], 10)),
    takeIn(says(bea, 'bea', 'ACCEPTED', [], 10)),
  ])
  expect(await registrationOf(db, ans.registrationId)).toMatchObject({ answer: 'yes', place: 'seat' })
  expect(await registrationOf(db, bea.registrationId)).toMatchObject({ answer: 'yes', place: 'waiting' })
})
