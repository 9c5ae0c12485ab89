import { Refusal } from '#app/domain/refusal.ts'
import { foreseeResend } from '#app/use-cases/inviting/foresee-resend.ts'
import { resendMail } from '#app/use-cases/inviting/resend-mail.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { erasePersonData } from '#db/attending/erase.ts'
import type { Db } from '#db/connection.server.ts'
import { countOutboxStates, listOutbox } from '#db/inviting/outbox-list.ts'
import { clearOldMail } from '#db/overseeing/retention.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { setDelivery } from '#tests/support/deliveries.ts'
import { aPublishedEvening, deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { someMails } from '#tests/support/outbox.ts'
import { aPlan } from '#tests/support/sessions.ts'

const address = 'ans@raadslid.example'
const later = now.add({ minutes: 10 })

async function anInvitedCouncillor(db: Db) {
  const evening = await aPublishedEvening(db)
  await registers(db, evening.linkToken, address)
  await deliverAll(db, evening.id)
  const row = await db
    .selectFrom('outbox')
    .select(['id', 'person_id'])
    .where('briefing_session_id', '=', evening.id)
    .where('kind', '=', 'invitation')
    .executeTakeFirstOrThrow()
  return { ...evening, outboxId: row.id, personId: row.person_id ?? '' }
}
const resend = (db: Db, { outboxId, staffId }: { outboxId: string; staffId: string }, at = later) =>
  resendMail(db, aSite, { outboxId, staffId }, at)
const refusalOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? error.facts : error
}
const auditOf = (db: Db) => db.selectFrom('audit_event').selectAll().where('action', '=', 'mail.resent').execute()

test('an invitation goes once more as it is today: same version, later stamp, another Message-ID', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  const sent = await resend(db, invited)
  expect(sent).toMatchObject({ isSent: true })
  expect(sent.outboxId).not.toBe(invited.outboxId)
  const [first, second, ...more] = (await mailsOf(db, invited.id)).filter(({ recipient }) => recipient === address)
  expect(more).toEqual([])
  expect(second).toMatchObject({ kind: 'invitation', state: 'pending' })
  expect(second?.calendar).toMatchObject({
    method: 'REQUEST',
    sequence: first?.calendar?.sequence,
    uid: first?.calendar?.uid,
  })
  expect(second?.calendar?.stampedAt && first?.calendar && second.calendar.stampedAt > first.calendar.stampedAt).toBe(
    true,
  )
  expect(second?.messageId).not.toBe(first?.messageId)
  const [event, ...others] = await auditOf(db)
  expect(others).toEqual([])
  expect(event).toMatchObject({
    actor_id: invited.staffId,
    briefing_session_id: invited.id,
    before: { outboxId: invited.outboxId, kind: 'invitation', state: 'sent' },
    after: { outboxId: sent.outboxId, as: 'anew' },
  })
})

test('after a move the invitation of before is not sent again; the newest one is', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  const plan = aPlan({ start: aPlan().start.add({ hours: 24 }), end: aPlan().end.add({ hours: 24 }) })
  await changeSession(
    db,
    aSite,
    { id: invited.id, version: 2, plan, tellAboutText: false, staffId: invited.staffId },
    now.add({ minutes: 1 }),
  )
  await deliverAll(db, invited.id)
  const seen = await resend(db, invited)
  expect(seen.isSent).toBe(false)
  const again = await resend(db, { ...invited, outboxId: seen.outboxId })
  expect(again.isSent).toBe(true)
  const newest = (await mailsOf(db, invited.id)).filter(({ recipient }) => recipient === address).at(-1)
  expect(newest?.calendar).toMatchObject({ sequence: 1, method: 'REQUEST', partstat: 'NEEDS-ACTION' })
})

test('twelve clicks at once send one mail', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  await warmUp(db, 12)
  const sent = await Promise.all(Array.from({ length: 12 }, () => resend(db, invited)))
  expect(sent.filter(({ isSent }) => isSent)).toHaveLength(1)
  expect(new Set(sent.map(({ outboxId }) => outboxId)).size).toBe(1)
  expect(await auditOf(db)).toHaveLength(1)
})

test('what is seen beforehand is what leaves, and seeing it changes nothing', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  const foreseen = await foreseeResend(db, aSite, invited, later)
  expect(foreseen?.mail).toMatchObject({ state: 'pending', recipient: address })
  expect(foreseen?.shown?.text).toContain('Wij sturen u deze uitnodiging nog een keer.')
  expect(JSON.stringify(foreseen)).not.toContain('linkVersion')
  expect(await mailsOf(db, invited.id)).toHaveLength(2 - 1 + (await clerksMails(db, invited.id)))
  expect(await auditOf(db)).toEqual([])
})
const clerksMails = async (db: Db, id: string) =>
  (await mailsOf(db, id)).filter(({ recipient }) => recipient !== address).length

test('another failed mail goes again with the same bytes, once', async ({ db }) => {
  await someMails(db, 1, now)
  await db.updateTable('outbox').set({ kind: 'request-received' }).execute()
  await setDelivery(db, { state: 'failed', attempts: 9, doubts: 2 })
  const { id: outboxId, raw } = await db.selectFrom('outbox').select(['id', 'raw']).executeTakeFirstOrThrow()
  const { staffId } = await aPublishedEvening(db)
  expect(await resend(db, { outboxId, staffId })).toEqual({ outboxId, isSent: true })
  expect(await resend(db, { outboxId, staffId })).toEqual({ outboxId, isSent: false })
  const after = await db.selectFrom('posted_mail').selectAll().where('id', '=', outboxId).executeTakeFirstOrThrow()
  expect(after).toMatchObject({ state: 'pending', attempts: 0, doubts: 0 })
  expect(after.raw.equals(raw)).toBe(true)
  expect(await auditOf(db)).toHaveLength(1)
})

test('what makes no sense is refused with its reason', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  const isTold = (told: { kind: string; sequence: number | null }) =>
    db.updateTable('outbox').set(told).where('id', '=', invited.outboxId).execute()
  const is = (state: 'pending' | 'sent' | 'failed' | 'superseded') =>
    setDelivery(db, { state }, (mails) => mails.where('id', '=', invited.outboxId))
  const why = async () => refusalOf(resend(db, invited))
  await is('superseded')
  expect(await why()).toEqual({ why: 'superseded' })
  await is('pending')
  expect(await why()).toEqual({ why: 'underWay' })
  await is('failed')
  await isTold({ kind: 'sign-in-link', sequence: null })
  expect(await why()).toEqual({ why: 'ownLink' })
  await is('sent')
  await isTold({ kind: 'waiting-list', sequence: null })
  expect(await why()).toEqual({ why: 'arrived' })
  await isTold({ kind: 'invitation', sequence: 0 })
  await db.updateTable('email_address').set({ suspended_at: now.toString() }).where('address', '=', address).execute()
  expect(await why()).toEqual({ why: 'suspended' })
  await db.updateTable('email_address').set({ suspended_at: null }).execute()
  await db.updateTable('registration').set({ place: 'unregistered' }).execute()
  expect(await why()).toEqual({ why: 'noLongerTakesPart' })
  await db.updateTable('registration').set({ place: 'seat' }).execute()
  expect(await refusalOf(resend(db, invited, aPlan().end))).toEqual({ why: 'sessionHeld' })
  await cancelSession(db, aSite, { id: invited.id, version: 2, reason: 'Ziek.', staffId: invited.staffId }, later)
  await db.deleteFrom('outbox').where('kind', '=', 'session-cancelled').execute()
  expect(await why()).toEqual({ why: 'sessionCancelled' })
  await db.transaction().execute((trx) => erasePersonData(trx, invited.personId, later))
  expect(await why()).toEqual({ why: 'erased' })
  expect(await auditOf(db)).toEqual([])
})

test('a cancellation that nobody took goes again as it was', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  await cancelSession(db, aSite, { id: invited.id, version: 2, reason: 'Ziek.', staffId: invited.staffId }, later)
  const { id: outboxId } = await db
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'session-cancelled')
    .executeTakeFirstOrThrow()
  await setDelivery(db, { state: 'failed' }, (mails) => mails.where('id', '=', outboxId))
  expect(await resend(db, { ...invited, outboxId })).toEqual({ outboxId, isSent: true })
})

test('leafing through all mail shows each mail once, newest first, whatever is added meanwhile', async ({ db }) => {
  await someMails(db, 120, now)
  const all = { state: undefined, kind: undefined, briefingSessionId: undefined, personId: undefined, recipient: '' }
  const seen: number[] = []
  for (let before: number | undefined; ; ) {
    const { mails, next } = await listOutbox(db, { ...all, before })
    seen.push(...mails.map(({ position }) => position))
    await someMails(db, 1, now)
    before = next
    if (before === undefined) break
  }
  expect(seen).toHaveLength(120)
  expect(seen).toEqual([...new Set(seen)].sort((one, other) => other - one))
  expect((await countOutboxStates(db)).pending).toBe(123)
  const found = async (filter: object) => (await listOutbox(db, { ...all, before: undefined, ...filter })).mails.length
  expect(await found({ recipient: 'Ontvanger-7@raad.example' })).toBe(1)
  expect(await found({ recipient: 'ontvanger-7@raad' })).toBe(0)
  expect(await found({ state: 'sent' })).toBe(0)
  expect(await found({ kind: 'invitation' })).toBe(0)
  expect(await found({ briefingSessionId: 'geen nummer' })).toBe(0)
})

test('mail is found by the name of its recipient, and says when its text was taken out', async ({ db }) => {
  const invited = await anInvitedCouncillor(db)
  const all = {
    state: undefined,
    kind: undefined,
    briefingSessionId: undefined,
    personId: undefined,
    before: undefined,
  }
  const { mails } = await listOutbox(db, { ...all, recipient: 'verzon' })
  expect(mails.map(({ id }) => id)).toEqual([invited.outboxId])
  const purgedAt = now.add({ hours: 24 * 100 })
  await db.transaction().execute((trx) => clearOldMail(trx, now.add({ hours: 1 }), purgedAt))
  expect(await refusalOf(resend(db, invited))).toEqual({ why: 'purged' })
  const [after] = (await listOutbox(db, { ...all, recipient: 'verzon' })).mails
  expect(after).toMatchObject({ subject: '', recipient: '' })
})
