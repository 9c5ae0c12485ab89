import { releaseAddress } from '#app/use-cases/inviting/release-address.ts'
import { takeInMail } from '#app/use-cases/inviting/take-in-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { findAddressOfPerson } from '#db/inviting/address-release.ts'
import { anInvitee, answerOf, later } from '#tests/support/answers.ts'
import { deliverAll, mailsOf } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aPerson, councilOf } from '#tests/support/people.ts'
import { aBounce, ans } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const right = 'ans.de.verzonnene@leiderdorp.example'
const soon = later.add({ minutes: 5 })

/** Her address is suspended: the mail to it came back. */
async function aSuspendedPerson(db: Db) {
  const invitee = await anInvitee(db)
  await invitee.answers()
  await deliverAll(db, invitee.evening.id)
  let turn = 0
  const comesBack = async (at: Temporal.Instant, status = '5.1.1') => {
    const { id, envelope_from: deliveredTo } = await db
      .selectFrom('outbox')
      .select(['id', 'envelope_from'])
      .where('person_id', '=', invitee.personId)
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const report = aBounce({ status, envelopeId: id }).toString().replace('Niet afgeleverd.', `Nee (${turn++}).`)
    const envelope = { door: 'lmtp', deliveredTo, authservId: undefined } as const
    await takeInMail(db, aSite, { raw: Buffer.from(report), envelope }, at)
  }
  await comesBack(later)
  const release = (over: Partial<Parameters<typeof releaseAddress>[2]> = {}) => {
    const by = { staffId: invitee.evening.staffId, isAdministrator: false }
    return releaseAddress(
      db,
      aSite,
      { personId: invitee.personId, address: right, sendsAgain: true, ...by, ...over },
      soon,
    )
  }
  return {
    ...invitee,
    comesBack,
    release,
    isSuspended: async () => (await findAddressOfPerson(db, invitee.personId))?.suspendedAt !== undefined,
  }
}

test('a corrected address gets the invitation again, the answer stays, and the old address is gone', async ({ db }) => {
  const { release, isSuspended, personId, registrationId, evening } = await aSuspendedPerson(db)
  expect(await isSuspended()).toBe(true)
  const before = await db
    .selectFrom('person')
    .select('link_version')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  expect(await release()).toEqual({ sent: 1 })
  expect(await findAddressOfPerson(db, personId)).toMatchObject({ address: right, suspendedAt: undefined })
  expect(await db.selectFrom('email_address').select('id').where('address', '=', ans).execute()).toEqual([])
  expect(await answerOf(db, registrationId)).toBe('yes')
  const last = (await mailsOf(db, evening.id)).at(-1)
  expect(last).toMatchObject({
    recipient: right,
    kind: 'invitation',
    calendar: { attendees: [`mailto:${right}`], partstat: 'ACCEPTED' },
  })
  const after = await db
    .selectFrom('person')
    .select('link_version')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  expect(after.link_version, 'the links that went elsewhere stop working').toBe(before.link_version + 1)
  const audited = await db
    .selectFrom('audit_event')
    .selectAll()
    .where('action', '=', 'emailAddress.corrected')
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(audited), 'no address in the audit').not.toContain('@')
})

test('a mailbox that works again keeps its links, and what came back before no longer counts', async ({ db }) => {
  const { release, isSuspended, comesBack, personId } = await aSuspendedPerson(db)
  await release({ address: ans.toUpperCase(), sendsAgain: false })
  expect(await isSuspended()).toBe(false)
  expect(await db.selectFrom('person').select('link_version').where('id', '=', personId).executeTakeFirst()).toEqual({
    link_version: 1,
  })
  await comesBack(soon.add({ minutes: 1 }), '5.7.1')
  expect(await isSuspended(), 'one refusal is not three').toBe(false)
  await comesBack(soon.add({ minutes: 2 }), '5.1.1')
  expect(await isSuspended()).toBe(true)
})

test('her own second address can become her address; that of somebody else cannot', async ({ db }) => {
  const { release, personId } = await aSuspendedPerson(db)
  const { personId: bo } = await aPerson(db, [], 'Bo Denkbeeld', 'bo@leiderdorp.example')
  const { id } = await db
    .insertInto('email_address')
    .values({ address: right, created_at: now.toString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('person_alias')
    .values({ email_address_id: id, person_id: bo, added_at: now.toString() })
    .execute()
  for (const address of ['bo@leiderdorp.example', right])
    await expect(release({ address })).rejects.toMatchObject({
      code: 'address-of-another',
      facts: { name: 'Bo Denkbeeld' },
    })
  await db.updateTable('person_alias').set({ person_id: personId }).execute()
  await release()
  expect(await findAddressOfPerson(db, personId)).toMatchObject({ address: right })
  expect(await db.selectFrom('person_alias').select('person_id').execute()).toEqual([])
})

test('the address of who signs in is for an administrator: whoever changes it could sign in as her', async ({ db }) => {
  const { release, personId, isSuspended } = await aSuspendedPerson(db)
  const council_id = await councilOf(db, 'leiderdorp')
  await db
    .insertInto('person_role')
    .values({ person_id: personId, role: 'clerksOfficeStaff', council_id, during: '[2020-01-01,)' })
    .execute()
  await expect(release()).rejects.toMatchObject({ code: 'address-needs-administrator' })
  await release({ address: ans, sendsAgain: false })
  expect(await isSuspended(), 'the same address may be released by anybody of the staff').toBe(false)
  await release({ isAdministrator: true })
  expect(await findAddressOfPerson(db, personId)).toMatchObject({ address: right })
})
