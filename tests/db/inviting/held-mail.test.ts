import { releaseAddress } from '#app/use-cases/inviting/release-address.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import type { Db } from '#db/connection.server.ts'
import { suspendAddress } from '#db/inviting/bounces.ts'
import { claimDueMails } from '#db/inviting/claiming.ts'
import { recordOutcome } from '#db/inviting/delivery-outcomes.ts'
import { findQueueAge } from '#db/inviting/queue-age.ts'
import { countWithheldAt } from '#db/inviting/withheld.ts'
import { countMails } from '#db/scheduling/session-mails.ts'
import { anInvitee } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { someMails } from '#tests/support/outbox.ts'
import { aPlan } from '#tests/support/sessions.ts'

const later = now.add({ hours: 1 })
const address = 'ans@leiderdorp.example'

/** An invitation that the mail server put off, after which other mail to the same address came back for good. */
async function anInvitationStillHere(db: Db) {
  const { evening, personId } = await anInvitee(db, { address })
  await setDelivery(db, { state: 'sent' }, (mails) => mails.where('recipient', '<>', address))
  const { email_address_id } = await db
    .selectFrom('person')
    .select('email_address_id')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const suspend = () => db.transaction().execute((trx) => suspendAddress(trx, email_address_id ?? '', '5.1.1', now))
  const release = (to = address, at = later) => {
    const by = { staffId: evening.staffId, isAdministrator: false }
    return releaseAddress(db, aSite, { personId, address: to, sendsAgain: false, ...by }, at)
  }
  const hers = async () =>
    (await mailsOf(db, evening.id)).filter((mail) => mail.personId === personId).map(({ state }) => state)
  const claims = (at: Temporal.Instant) => claimDueMails(db, { limit: 50, leaseUntil: at.add({ minutes: 5 }) }, at)
  return { evening, emailAddressId: email_address_id ?? '', suspend, release, hers, claims }
}

// Seen to fail: what waited for its next attempt went on being tried, and came back each time.
test('mail that waits when its address turns out not to work stays, and goes as it is when that works again', async ({
  db,
}) => {
  const { evening, emailAddressId, suspend, release, hers, claims } = await anInvitationStillHere(db)
  const [before] = await mailsOf(db, evening.id)
  await suspend()
  expect(await hers()).toEqual(['held'])
  expect(await claims(later)).toEqual([])
  expect(await findQueueAge(db, later), 'it keeps nobody waiting').toBe(0)
  expect(await countWithheldAt(db, emailAddressId)).toBe(1)
  expect(await countMails(db, evening.id)).toMatchObject({ waiting: 0, withheld: 1 })
  await release()
  const [mail] = await claims(later)
  expect(mail).toMatchObject({ recipient: address })
  expect(mail?.raw.toString('latin1')).toBe(before?.raw)
})

test('a link of its reader’s own goes all the same', async ({ db }) => {
  const { suspend, claims } = await anInvitationStillHere(db)
  await someMails(db, 1, now, undefined, () => address)
  await suspend()
  expect((await claims(later)).map(({ recipient }) => recipient)).toEqual([address])
})

test('what was on its way at that moment and is not taken stays too', async ({ db }) => {
  const { suspend, hers, claims } = await anInvitationStillHere(db)
  const [mail] = await claims(now)
  if (!mail) throw new Error('nothing to send')
  await suspend()
  const outcome = { state: 'pending', nextAttemptAt: later, code: 451, text: '451 later' } as const
  await db.transaction().execute((trx) => recordOutcome(trx, mail, outcome))
  expect(await hers()).toEqual(['held'])
})

test('about an evening that has begun nothing leaves any more', async ({ db }) => {
  const { suspend, release, hers } = await anInvitationStillHere(db)
  await suspend()
  await release(address, aPlan().start)
  expect(await hers()).toEqual(['superseded'])
})

test('newer mail takes the place of what is held', async ({ db }) => {
  const { evening, suspend, hers } = await anInvitationStillHere(db)
  await suspend()
  await cancelSession(db, aSite, { id: evening.id, version: 2, reason: 'Ziek.', staffId: evening.staffId }, later)
  expect(await hers()).toEqual(['superseded'])
})

// Seen to fail: it still went to the address that was somebody else's.
test('what waits for an address that was wrong never goes there', async ({ db }) => {
  const { suspend, release, hers, claims } = await anInvitationStillHere(db)
  await suspend()
  await release('ans.goed@leiderdorp.example')
  expect(await hers()).toEqual(['failed'])
  expect((await claims(later)).filter(({ recipient }) => recipient === address)).toEqual([])
  expect((await db.selectFrom('invitation').select('state').execute()).map(({ state }) => state)).toEqual([
    'undelivered',
  ])
})
