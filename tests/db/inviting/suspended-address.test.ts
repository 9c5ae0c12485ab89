import { sql } from 'kysely'
import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import { redeemSignInLink } from '#app/use-cases/access/redeem-sign-in-link.ts'
import { sendSignInLink } from '#app/use-cases/access/send-sign-in-link.ts'
import { openWithheldMails } from '#app/use-cases/inviting/open-withheld-mails.ts'
import { releaseAddress } from '#app/use-cases/inviting/release-address.ts'
import { acceptRequest } from '#app/use-cases/requesting/accept-request.ts'
import { askClarification, foreseeAsking } from '#app/use-cases/requesting/ask-clarification.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { insertSignInLink } from '#db/access/sign-in-tokens.ts'
import type { Db } from '#db/connection.server.ts'
import { listOpenWithheld } from '#db/inviting/open-withheld.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { listUnreachedPeople } from '#db/requesting/withheld-mails.ts'
import { anInvitee } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { deliverAll, mailsOf } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aRequest } from '#tests/support/requests.ts'
import { aPlan } from '#tests/support/sessions.ts'

const later = now.add({ hours: 1 })
const afterThat = now.add({ hours: 2 })

const suspend = (db: Db, emailAddressId: string, at = now) =>
  db
    .updateTable('email_address')
    .set({ suspended_at: at.toString(), suspended_reason: '5.1.1' })
    .where('id', '=', emailAddressId)
    .execute()

const kindsTo = async (db: Db, address: string) =>
  (await db.selectFrom('outbox').select('kind').where('recipient', '=', address).orderBy('position').execute()).map(
    ({ kind }) => kind,
  )

const openKinds = async (db: Db) =>
  (
    await listOpenWithheld(db, { kind: undefined, briefingSessionId: undefined, personId: undefined, recipient: '' })
  ).map(({ kind, reason }) => `${kind}: ${reason}`)

/** A clerk whose address came back, after which staff went two steps further with her request. */
async function aClerkOutOfReach(db: Db) {
  const clerk = await aClerk(db, 'leiderdorp')
  const staffId = (await aPerson(db, [{ role: 'planner' }])).personId
  await suspend(db, clerk.emailAddressId)
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  await acceptRequest(db, aSite, { reference, version: 1, staffId }, later)
  await askClarification(db, aSite, { reference, version: 2, question: 'Hoe laat begint u?', staffId }, later)
  return { clerk, staffId, reference }
}

test('asking foresees that its mail stays here, and keeps nothing of having looked', async ({ db }) => {
  const { clerk, staffId } = await aClerkOutOfReach(db)
  const reference = await aRequest(db, { viewer: clerk.viewer, leadCouncilId: clerk.councilId }, now)
  const before = await openKinds(db)
  const order = { reference, version: 1, question: 'Welke zaal?', staffId }
  expect(await foreseeAsking(db, aSite, order, afterThat)).toMatchObject({
    kinds: [],
    withheld: [{ reason: 'addressSuspended', mails: 1 }],
  })
  expect(await openKinds(db)).toEqual(before)
})

test('steps of a request are withheld from a suspended address, and staff see of whom', async ({ db }) => {
  // Seen to fail without the check in postMessages: three mails left for an address that does not work.
  const { clerk, reference } = await aClerkOutOfReach(db)
  expect(await kindsTo(db, clerk.address)).toEqual([])
  expect(await openKinds(db)).toEqual([
    'request-received: addressSuspended',
    'request-accepted: addressSuspended',
    'question-asked: addressSuspended',
  ])
  const request = await findBriefingRequestByReference(db, reference)
  expect(await listUnreachedPeople(db, request?.id ?? '')).toEqual([
    { personId: clerk.personId, name: clerk.name, mails: 3 },
  ])
})

test('a link to sign in still goes; opening it opens the withheld mail, in order', async ({ db }) => {
  const { clerk } = await aClerkOutOfReach(db)
  const order = { mailId: 'e1', emailAddressId: clerk.emailAddressId, returnTo: '/' }
  await sendSignInLink(db, aSite, order, later)
  expect(await kindsTo(db, clerk.address)).toEqual(['sign-in-link'])
  const [mail] = await db.selectFrom('outbox').select('raw').where('recipient', '=', clerk.address).execute()
  const token = /inloggen\/([\w-]{20,})/.exec(mail?.raw.toString().replaceAll('=\r\n', '') ?? '')?.[1] ?? ''
  await redeemSignInLink(db, { token, replacesToken: undefined }, later)
  expect(await openWithheldMails(db, aSite, afterThat)).toBe(3)
  const opened = ['sign-in-link', 'request-received', 'request-accepted', 'question-asked']
  expect(await kindsTo(db, clerk.address)).toEqual(opened)
  expect(await openKinds(db)).toEqual([])
  const { rows } = await sql`select from withheld_mail where post is not null`.execute(db)
  expect(rows, 'nothing of the text is kept twice').toEqual([])
  const released = await db
    .selectFrom('audit_event')
    .select(['actor_kind', 'actor_id'])
    .where('action', '=', 'emailAddress.released')
    .execute()
  expect(released).toEqual([{ actor_kind: 'clerk', actor_id: clerk.personId }])
  expect(await openWithheldMails(db, aSite, afterThat), 'twice does nothing more').toBe(0)
})

test('a link that was mailed before the address was suspended says nothing about it', async ({ db }) => {
  // Seen to fail without `suspended_at <= by` in releaseIfSuspendedBy.
  const clerk = await aClerk(db, 'leiderdorp')
  const token = newToken()
  const row = { emailAddressId: clerk.emailAddressId, returnTo: '/', now, expiresAt: afterThat }
  await db.transaction().execute((trx) => insertSignInLink(trx, { ...row, tokenHash: hashToken(token) }))
  await suspend(db, clerk.emailAddressId, later)
  await redeemSignInLink(db, { token, replacesToken: undefined }, later)
  const { suspended_at } = await db
    .selectFrom('email_address')
    .select('suspended_at')
    .where('id', '=', clerk.emailAddressId)
    .executeTakeFirstOrThrow()
  expect(suspended_at).not.toBeNull()
})

test('a corrected address gets what the old one held back, and mail about her request from then on', async ({ db }) => {
  const { clerk, staffId, reference } = await aClerkOutOfReach(db)
  const right = 'goed@leiderdorp.example'
  const input = { personId: clerk.personId, address: right, sendsAgain: false, staffId, isAdministrator: true }
  await releaseAddress(db, aSite, input, afterThat)
  await openWithheldMails(db, aSite, afterThat)
  expect(await kindsTo(db, clerk.address)).toEqual([])
  expect(await kindsTo(db, right)).toEqual(['request-received', 'request-accepted', 'question-asked'])
  const { raw } = await db
    .selectFrom('outbox')
    .select('raw')
    .where('kind', '=', 'question-asked')
    .executeTakeFirstOrThrow()
  expect(raw.toString()).not.toContain(clerk.address)
  expect(await findBriefingRequestByReference(db, reference)).toMatchObject({ contact: { address: right } })
})

// Seen to fail: the first mail that could not be opened kept those of everybody else.
test('a mail that cannot be opened keeps only what comes after it for the same address', async ({ db }) => {
  const { clerk } = await aClerkOutOfReach(db)
  const other = await aClerk(db, 'leiden')
  await suspend(db, other.emailAddressId)
  await aRequest(db, { viewer: other.viewer, leadCouncilId: other.councilId }, now)
  const oldest = db.selectFrom('withheld_mail').select((eb) => eb.fn.min('id').as('id'))
  await db.updateTable('withheld_mail').set({ post: '{}' }).where('id', '=', oldest).execute()
  await db.updateTable('email_address').set({ suspended_at: null }).execute()
  await expect(openWithheldMails(db, aSite, afterThat)).rejects.toThrow()
  expect(await kindsTo(db, other.address)).toEqual(['request-received'])
  expect(await kindsTo(db, clerk.address)).toEqual([])
})

async function aParticipantOutOfReach(db: Db) {
  const invitee = await anInvitee(db)
  await deliverAll(db, invitee.evening.id)
  const { email_address_id } = await db
    .selectFrom('person')
    .select('email_address_id')
    .where('id', '=', invitee.personId)
    .executeTakeFirstOrThrow()
  await suspend(db, email_address_id ?? '')
  const { id, staffId } = invitee.evening
  const release = async (
    over: Partial<Parameters<typeof releaseAddress>[2]> = {},
    open: () => Promise<unknown> = () => openWithheldMails(db, aSite, afterThat),
  ) => {
    const by = { personId: invitee.personId, staffId, isAdministrator: false }
    const same = { address: 'ans@leiderdorp.example', sendsAgain: false }
    await releaseAddress(db, aSite, { ...by, ...same, ...over }, afterThat)
    await open()
    return (await mailsOf(db, id)).filter(({ personId }) => personId === invitee.personId).slice(1)
  }
  const change = async (version: number, over: Parameters<typeof aPlan>[0]) =>
    changeSession(db, aSite, { id, version, plan: aPlan(over), tellAboutText: true, staffId }, later)
  const cancel = (version: number) =>
    cancelSession(db, aSite, { id, version, reason: 'De zaal is dicht.', staffId }, later)
  return { ...invitee, release, change, cancel }
}

test('calendar mail about one evening goes once, as the evening stands now', async ({ db }) => {
  const { release, change } = await aParticipantOutOfReach(db)
  await change(2, { start: now.add({ hours: 24 * 60 }), end: now.add({ hours: 24 * 60 + 1 }) })
  await change(3, { start: now.add({ hours: 24 * 61 }), end: now.add({ hours: 24 * 61 + 1 }) })
  const mails = await release()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ kind: 'invitation', calendar: { method: 'REQUEST', sequence: 2 } })
  expect(await openKinds(db)).toEqual([])
})

test('ten workers open a withheld mail once', async ({ db }) => {
  // Seen to fail without `resolved_at is null` in takeWithheld: ten invitations.
  const { release, change } = await aParticipantOutOfReach(db)
  await change(2, { start: now.add({ hours: 24 * 60 }), end: now.add({ hours: 24 * 60 + 1 }) })
  const ten = () => Promise.all(Array.from({ length: 10 }, () => openWithheldMails(db, aSite, afterThat)))
  expect(await release({}, ten)).toHaveLength(1)
})

test('asked to send again, staff send one mail about the evening, not two', async ({ db }) => {
  const { release, change } = await aParticipantOutOfReach(db)
  await change(2, { start: now.add({ hours: 24 * 60 }), end: now.add({ hours: 24 * 60 + 1 }) })
  expect(await release({ sendsAgain: true })).toHaveLength(1)
})

test('an evening that went off meanwhile leaves the calendar that has it', async ({ db }) => {
  const { release, change, cancel } = await aParticipantOutOfReach(db)
  await change(2, { start: now.add({ hours: 24 * 60 }), end: now.add({ hours: 24 * 60 + 1 }) })
  await cancel(3)
  const mails = await release()
  expect(mails.map(({ kind }) => kind)).toEqual(['session-cancelled'])
  expect(mails[0]?.calendar).toMatchObject({
    method: 'CANCEL',
    sequence: 2,
    attendees: ['mailto:ans@leiderdorp.example'],
  })
})

test('another mailbox reads that it is off, without a CANCEL for an entry it never had', async ({ db }) => {
  const { release, cancel } = await aParticipantOutOfReach(db)
  await cancel(2)
  const mails = await release({ address: 'ans.thuis@prive.example' })
  expect(mails).toMatchObject([
    { kind: 'session-cancelled', recipient: 'ans.thuis@prive.example', calendar: undefined },
  ])
})

test('what is over is not sent any more', async ({ db }) => {
  const { release, cancel, evening } = await aParticipantOutOfReach(db)
  await cancel(2)
  await db
    .updateTable('briefing_session')
    .set({ starts_at: now.subtract({ hours: 3 }).toString(), ends_at: now.subtract({ hours: 2 }).toString() })
    .where('id', '=', evening.id)
    .execute()
  expect(await release()).toEqual([])
  expect(await openKinds(db)).toEqual([])
})
