import { waitingMailInWords } from '#app/domain/inviting/waiting-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'
import { expect, test } from '#tests/support/database.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { aPublishedEvening, mailsOf, registers } from '#tests/support/evenings.ts'
import { now } from '#tests/support/here-and-now.ts'
import { someMails } from '#tests/support/outbox.ts'

const posted = Temporal.Instant.from('2026-11-24T08:40:00Z')
const later = posted.add({ hours: 2 })
const nothing = { waiting: undefined, inDoubt: undefined, failed: undefined }

const words = async (db: Db, at: Temporal.Instant) => waitingMailInWords(await findWaitingMail(db, at), at)

async function becomes(
  db: Db,
  messageId: string | undefined,
  state: 'sending' | 'sent' | 'failed' | 'inDoubt' | 'superseded',
) {
  await setDelivery(db, { state }, (mails) => mails.where('message_id', '=', messageId ?? ''))
}

test('staff read how many mails wait, since when, and what will not arrive', async ({ db }) => {
  expect(await words(db, later)).toEqual(nothing)
  const ids = await someMails(db, 12, posted)
  expect(await words(db, posted.add({ minutes: 4 })), 'on its way').toEqual(nothing)
  expect(await words(db, later)).toEqual({ ...nothing, waiting: '12 mails wachten sinds 09.40 uur' })
  for (const id of ids.slice(0, 8)) await becomes(db, id, 'sent')
  await becomes(db, ids[8], 'superseded')
  await becomes(db, ids[9], 'failed')
  await becomes(db, ids[10], 'inDoubt')
  // Offered to a server that does not answer: it has not left for all that.
  await becomes(db, ids[11], 'sending')
  expect(await findWaitingMail(db, later)).toEqual({ waiting: 2, since: posted, inDoubt: 1, failed: 1 })
  expect(await words(db, later)).toEqual({
    waiting: '2 mails wachten sinds 09.40 uur',
    inDoubt: 'Van 1 mail weten wij niet zeker of die al is aangekomen.',
    failed: '1 mail kwam niet aan',
  })
  expect((await words(db, later.add({ hours: 24 }))).waiting).toBe(
    '2 mails wachten sinds dinsdag 24 november 2026, 09.40 uur',
  )
})

test('of one evening staff read only its own mail, and of every failure', async ({ db }) => {
  const evening = await aPublishedEvening(db)
  const other = await aPublishedEvening(db, {}, ['gouda'])
  await registers(db, evening.linkToken, 'ans@raad.example')
  await registers(db, evening.linkToken, 'bob@raad.example')
  const [first] = await mailsOf(db, evening.id)
  await becomes(db, first?.messageId, 'failed')
  const muchLater = now.add({ hours: 24 * 20 })
  expect(await findWaitingMail(db, muchLater, evening.id)).toEqual({ waiting: 1, since: now, inDoubt: 0, failed: 1 })
  expect(await findWaitingMail(db, muchLater, other.id)).toMatchObject({ waiting: 0, since: undefined, failed: 0 })
  expect(await findWaitingMail(db, muchLater), 'who looks at everything hears of the last week').toMatchObject({
    waiting: 1,
    failed: 0,
  })
})
