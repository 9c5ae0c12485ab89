import { personalToken } from '#app/domain/access/tokens.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import { describeUnknownReply } from '#app/use-cases/inviting/describe-unknown-reply.ts'
import { linkUnknownReply } from '#app/use-cases/inviting/link-unknown-reply.ts'
import { markReplySeen } from '#app/use-cases/inviting/mark-reply-seen.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { rejectUnknownReply } from '#app/use-cases/inviting/reject-unknown-reply.ts'
import { takeBackTrayChoice } from '#app/use-cases/inviting/take-back-tray-choice.ts'
import { applyRetention } from '#app/use-cases/overseeing/apply-retention.ts'
import type { Db } from '#db/connection.server.ts'
import { countTray, listTray } from '#db/inviting/tray.ts'
import { listTrayCandidates } from '#db/inviting/tray-candidates.ts'
import { listTrayChoices } from '#db/inviting/tray-choices.ts'
import {
  anInvitee,
  answerOf,
  commonBox,
  found,
  inboxRow,
  later,
  ownServer,
  repliesOf,
  stamp,
} from '#tests/support/answers.ts'
import { mailsOf } from '#tests/support/evenings.ts'
import { aSite } from '#tests/support/sessions.ts'
import { answering, aPlainMail } from '#tests/unit/mail-intake/answer-mail.ts'
import { expect, test } from '../../support/database.ts'

const thuis = 'ans.thuis@voorbeeld.example'
const callers = 12
const soon = later.add({ minutes: 5 })

/** An answer from an address we do not know, at her own reply address. */
async function anUnknownReply(db: Db, partstat = 'ACCEPTED') {
  const invitee = await anInvitee(db)
  const fromHome = (said = partstat, at = later) =>
    invitee.answers(
      { attendees: [answering(said, thuis)], stamp: stamp(at) },
      { from: `"Ans (thuis)" <${thuis}>`, ...invitee.another() },
      at,
    )
  const { inboxId } = await fromHome()
  const staffId = invitee.evening.staffId
  const link = (over: Partial<Parameters<typeof linkUnknownReply>[2]> = {}, at = soon) => {
    const plain = { inboxId, registrationId: invitee.registrationId, remember: 'linked', answer: undefined } as const
    return linkUnknownReply(db, aSite, { ...plain, shownSequence: 0, staffId, ...over }, at)
  }
  const takeBack = async (id = inboxId) => {
    const [last] = await listTrayChoices(db, id)
    return takeBackTrayChoice(db, aSite, { inboxId: id, choiceId: last?.id ?? 0, staffId }, soon.add({ minutes: 5 }))
  }
  return { ...invitee, inboxId, staffId, fromHome, link, takeBack }
}

const auditOf = async (db: Db) =>
  (await db.selectFrom('audit_event').select(['action', 'after', 'before', 'reason']).execute()).filter(({ action }) =>
    action.startsWith('incomingMail.'),
  )

test('the tray says who, what, which evening, who it may be and why', async ({ db }) => {
  const { inboxId, personId } = await anUnknownReply(db, 'DECLINED')
  expect(await countTray(db, 'open')).toBe(1)
  const [row] = await listTray(db, 'open', 1)
  expect(row).toMatchObject({
    id: inboxId,
    sender: thuis,
    said: 'no',
    reason: 'otherAttendee',
    person: { id: personId, name: 'Ans de Verzonnene', by: 'token' },
    session: { title: 'Wonen en energie in Leiderdorp' },
    isOpen: true,
  })
  const shown = await describeUnknownReply(db, aSite, inboxId)
  expect(shown).toMatchObject({ senderName: 'Ans (thuis)', secondAddress: thuis, calendar: { answer: 'no' } })
  expect(shown?.headers).toContain('Message-ID: <answer-1@leiderdorp.example>')
})

test('linked: the answer counts from when it was given, the next of this sender counts at once and says so', async ({
  db,
}) => {
  const { link, inboxId, registrationId, fromHome, evening } = await anUnknownReply(db)
  const mails = (await mailsOf(db, evening.id)).length
  expect(await link()).toEqual({ notApplied: undefined })
  expect(await answerOf(db, registrationId)).toBe('yes')
  const [reply] = await db.selectFrom('reply').selectAll().execute()
  expect(reply).toMatchObject({ via: 'tray', door: 'calendar', inbox_id: inboxId })
  expect(reply?.answered_at).toContain('09:10:00')
  expect(await countTray(db, 'open')).toBe(0)
  const next = await fromHome('DECLINED', soon.add({ minutes: 1 }))
  expect(next.verdict).toMatchObject({ state: 'processed', decision: 'apply', reason: 'remembered' })
  expect(await answerOf(db, registrationId)).toBe('no')
  expect((await describeUnknownReply(db, aSite, inboxId))?.handledAlike).toBe(1)
  expect((await mailsOf(db, evening.id)).length, 'nobody gets a mail').toBe(mails)
  const audited = JSON.stringify(await auditOf(db))
  expect(audited).toContain('incomingMail.linked')
  expect(audited, 'no address in the audit').not.toContain('@')
})

test('a remembered sender is no easier to imitate: without the personal address it has to be proven', async ({
  db,
}) => {
  const { link, answers, another } = await anUnknownReply(db)
  await link()
  const calendar = { attendees: [answering('DECLINED', thuis)], stamp: stamp(soon) }
  const bare = await answers(calendar, { from: thuis, to: commonBox, ...another() }, soon)
  expect(bare.verdict).toMatchObject({ state: 'review', reason: 'senderUnproven' })
  const proven = await answers(
    calendar,
    { from: thuis, to: commonBox, ...another(found('pass', ownServer, 'voorbeeld.example')) },
    soon,
  )
  expect(proven.verdict).toMatchObject({ decision: 'apply', reason: 'remembered' })
  const failed = await answers(calendar, { from: thuis, ...another(found('fail')) }, soon)
  expect(failed.verdict).toMatchObject({ state: 'review', reason: 'senderFails' })
})

test('a sender that was linked to one person does not answer for another', async ({ db }) => {
  const { link, evening, registrationId } = await anUnknownReply(db)
  await link()
  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const forBo = await bo.answers({ attendees: [answering('DECLINED', thuis)] }, { from: thuis })
  expect(forBo.verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  expect([await answerOf(db, registrationId), await answerOf(db, bo.registrationId)]).toEqual(['yes', 'none'])
})

test('a second address: its answers are hers from then on, and it can belong to one person only', async ({ db }) => {
  const { link, registrationId, personId, fromHome, evening } = await anUnknownReply(db)
  await link({ remember: 'alias' })
  const aliases = await db
    .selectFrom('person_alias')
    .innerJoin('email_address', 'email_address.id', 'person_alias.email_address_id')
    .select(['address', 'person_id'])
    .execute()
  expect(aliases).toEqual([{ address: thuis, person_id: personId }])
  const next = await fromHome('TENTATIVE', soon.add({ minutes: 1 }))
  expect(next.verdict).toMatchObject({ decision: 'apply', reason: 'ownAddress' })
  expect(await answerOf(db, registrationId)).toBe('maybe')
  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const { inboxId } = await bo.answers({ attendees: [answering('ACCEPTED', thuis)] }, { from: thuis })
  const refused = link({ inboxId, registrationId: bo.registrationId, remember: 'alias' })
  await expect(refused).rejects.toMatchObject({ code: 'address-of-another', facts: { name: 'Ans de Verzonnene' } })
  expect(await answerOf(db, bo.registrationId), 'nothing half-written').toBe('none')
  expect((await inboxRow(db, inboxId)).state).toBe('review')
})

test('rejected with a reason: nothing changes, and the same sender for the same person is not shown again', async ({
  db,
}) => {
  const { inboxId, staffId, fromHome, answers, another, registrationId, takeIn, deliveredTo, takeBack } =
    await anUnknownReply(db)
  await rejectUnknownReply(db, { inboxId, reason: 'Niet van haar', staffId }, soon)
  expect((await fromHome('ACCEPTED', soon)).verdict).toMatchObject({ decision: 'ignore', reason: 'rejectedSender' })
  const written = Buffer.from(`From: ${thuis}\r\nTo: ${deliveredTo}\r\nSubject: Hallo\r\n\r\nKijk eens`)
  expect((await takeIn(written)).verdict).toMatchObject({ state: 'processed', reason: 'rejectedSender' })
  expect(await answerOf(db, registrationId)).toBe('none')
  expect(await countTray(db, 'open')).toBe(0)
  expect((await answers({}, another())).verdict, 'she herself is heard').toMatchObject({ reason: 'ownAddress' })
  expect((await auditOf(db)).at(-1)).toMatchObject({ action: 'incomingMail.rejected', reason: 'Niet van haar' })
  await takeBack()
  expect(await countTray(db, 'open')).toBe(1)
  expect((await fromHome('ACCEPTED', soon)).verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
})

test('whoever is turned away by mistake is still heard from her own address', async ({ db }) => {
  const { takeIn, deliveredTo, answers, another, evening, registrationId } = await anInvitee(db)
  const write = (words: string) =>
    takeIn(Buffer.from(`From: ans@leiderdorp.example\r\nTo: ${deliveredTo}\r\nSubject: Vraag\r\n\r\n${words}`))
  const { inboxId } = await write('Mag ik iemand meenemen?')
  await rejectUnknownReply(db, { inboxId, reason: 'Per ongeluk', staffId: evening.staffId }, soon)
  expect((await write('Nog eens: mag het?')).verdict).toMatchObject({ state: 'review', reason: 'human' })
  await answers({}, another())
  expect(await answerOf(db, registrationId)).toBe('yes')
})

test('words of a person are linked with the answer that staff read in them', async ({ db }) => {
  const { takeIn, deliveredTo, evening, registrationId, personId } = await anInvitee(db)
  const words = Buffer.from(`From: ans@leiderdorp.example\r\nTo: ${deliveredTo}\r\nSubject: Re\r\n\r\nHelaas niet.`)
  const { inboxId } = await takeIn(words)
  const { staffId } = evening
  const order = { inboxId, registrationId, remember: 'linked', shownSequence: 0, staffId } as const
  await expect(linkUnknownReply(db, aSite, { ...order, answer: undefined }, soon)).rejects.toMatchObject({
    code: 'no-answer-chosen',
  })
  await linkUnknownReply(db, aSite, { ...order, answer: 'no' }, soon)
  expect(await answerOf(db, registrationId)).toBe('no')
  const [reply] = await db.selectFrom('reply').select(['door', 'recorded_by', 'via']).execute()
  expect(reply).toEqual({ door: 'staff', recorded_by: staffId, via: 'tray' })
  const found = await listTrayCandidates(db, { briefingSessionId: undefined, text: '', personId }, soon)
  expect(found.map(({ name, answer }) => ({ name, answer }))).toEqual([{ name: 'Ans de Verzonnene', answer: 'no' }])
})

test('an answer that grew old meanwhile is kept, changes nothing and says which it was', async ({ db }) => {
  const { link, registrationId, fromHome, evening } = await anUnknownReply(db)
  const click = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: soon } as const
  await recordAnswer(db, aSite, click, soon)
  expect(await link({}, soon.add({ minutes: 1 }))).toEqual({ notApplied: 'olderThanLast' })
  expect(await answerOf(db, registrationId)).toBe('no')

  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const withoutSequence = await bo.answers(
    { attendees: [answering('ACCEPTED', thuis)], sequence: null },
    { from: thuis },
  )
  await db.updateTable('briefing_session').set({ sequence: 1, rsvp_epoch: 1 }).where('id', '=', evening.id).execute()
  const forBo = { inboxId: withoutSequence.inboxId, registrationId: bo.registrationId, shownSequence: 1 }
  expect(await link(forBo), 'it was about the time of then').toEqual({ notApplied: 'earlierVersion' })
  expect(await answerOf(db, bo.registrationId)).toBe('none')
  expect((await repliesOf(db, bo.registrationId)).map(({ applied }) => applied)).toEqual([false])
  expect((await fromHome()).verdict, 'the choice is remembered all the same').toMatchObject({
    reason: 'earlierVersion',
  })
})

test('after the evening was called off a link is refused in words and the mail stays', async ({ db }) => {
  const { link, evening, inboxId, staffId } = await anUnknownReply(db)
  const off = { status: 'cancelled', cancel_reason: 'Ziek' } as const
  await db.updateTable('briefing_session').set(off).where('id', '=', evening.id).execute()
  await expect(link()).rejects.toMatchObject({ code: 'session-closed' })
  expect((await inboxRow(db, inboxId)).state).toBe('review')
  await markReplySeen(db, { inboxId, staffId }, soon)
  expect(await countTray(db, 'open')).toBe(0)
  expect(await countTray(db, 'handled')).toBe(1)
})

test(`${callers} members of staff at once: one wins, the others hear what was done`, async ({ db }) => {
  const { link, inboxId, staffId, registrationId } = await anUnknownReply(db)
  const outcomes = await Promise.allSettled(
    Array.from({ length: callers }, (_, index) => {
      if (index % 3 === 0) return link({ remember: 'alias' })
      return index % 3 === 1 ? link() : rejectUnknownReply(db, { inboxId, reason: 'Nee', staffId }, soon)
    }),
  )
  const lost = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(lost).toHaveLength(callers - 1)
  for (const reason of lost) {
    expect(reason).toBeInstanceOf(Refusal)
    expect(reason).toMatchObject({ code: 'reply-already-handled', facts: { by: 'Robin Gefingeerd' } })
  }
  expect(await listTrayChoices(db, inboxId)).toHaveLength(1)
  expect((await repliesOf(db, registrationId)).length).toBeLessThanOrEqual(1)
})

test('taken back: the answer before it counts again, the second address and the memory go, the mail is open', async ({
  db,
}) => {
  const { link, takeBack, registrationId, fromHome, inboxId } = await anUnknownReply(db)
  const before = later.subtract({ minutes: 5 })
  const click = { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: before } as const
  await recordAnswer(db, aSite, click, before)
  await link({ remember: 'alias' })
  expect(await answerOf(db, registrationId)).toBe('yes')
  expect(await takeBack()).toEqual({ answerChanged: true })
  expect(await answerOf(db, registrationId)).toBe('no')
  expect(await db.selectFrom('person_alias').select('person_id').execute()).toEqual([])
  expect((await inboxRow(db, inboxId)).state).toBe('review')
  expect((await fromHome('ACCEPTED', soon)).verdict).toMatchObject({ state: 'review', reason: 'otherAttendee' })
  await expect(takeBack()).rejects.toMatchObject({ code: 'choice-already-taken-back' })
  expect(await link(), 'it can be linked again').toEqual({ notApplied: undefined })
  expect(await answerOf(db, registrationId)).toBe('yes')
})

test('taken back after a later answer of her own, that one stays', async ({ db }) => {
  const { link, takeBack, registrationId } = await anUnknownReply(db)
  await link()
  const click = { registrationId, answer: 'maybe', door: 'link', answeredSequence: 0, answeredAt: soon } as const
  await recordAnswer(db, aSite, click, soon)
  expect(await takeBack()).toEqual({ answerChanged: false })
  expect(await answerOf(db, registrationId)).toBe('maybe')
})

test('only people who take part are offered, found by part of a name, the guessed one first', async ({ db }) => {
  const { evening, personId } = await anUnknownReply(db)
  for (const name of ['Aad Aanwezig', 'Cor 100% Zeker', 'Ans Andersgenaamd'])
    await anInvitee(db, {
      address: `${name.slice(0, 3).toLowerCase()}.${name.length}@leiderdorp.example`,
      name,
      at: evening,
    })
  await db
    .updateTable('registration')
    .set({ place: 'unregistered' })
    .where('person_id', '<>', personId)
    .where('council_id', 'is not', null)
    .where((eb) => eb('person_id', 'in', eb.selectFrom('person').select('id').where('name', 'like', 'Aad%')))
    .execute()
  const named = async (text: string, briefingSessionId: string | undefined = evening.id) =>
    (await listTrayCandidates(db, { briefingSessionId, text, personId }, soon)).map(({ name }) => name)
  expect(await named('')).toEqual(['Ans de Verzonnene', 'Ans Andersgenaamd', 'Cor 100% Zeker'])
  expect(await named('ANS')).toEqual(['Ans de Verzonnene', 'Ans Andersgenaamd'])
  expect(await named('%')).toEqual(['Cor 100% Zeker'])
  expect(await named('zeker', undefined)).toEqual(['Cor 100% Zeker'])
})

test('what was remembered of a sender goes with the person, or after its term; an address that others need stays', async ({
  db,
}) => {
  const { link, personId, evening, inboxId } = await anUnknownReply(db)
  await link()
  const bo = await anInvitee(db, { address: 'bo@leiderdorp.example', name: 'Bo Denkbeeld', at: evening })
  const spam = await bo.answers({ attendees: [answering('ACCEPTED', 'x@spam.example')] }, { from: 'x@spam.example' })
  await rejectUnknownReply(db, { inboxId: spam.inboxId, reason: 'Nee', staffId: evening.staffId }, soon)
  const addresses = async () =>
    (
      await db
        .selectFrom('email_address')
        .select('address')
        .where('address', 'in', [thuis, 'x@spam.example', 'bo@leiderdorp.example'])
        .execute()
    )
      .map(({ address }) => address)
      .sort()
  expect(await addresses()).toEqual([thuis, 'bo@leiderdorp.example', 'x@spam.example'])
  await eraseParticipant(db, aSite, { personId }, soon)
  expect(await addresses(), 'her own second address goes with her').toEqual(['bo@leiderdorp.example', 'x@spam.example'])
  const { raw, sender, subject } = await inboxRow(db, inboxId)
  expect({ bytes: raw.length, sender, subject }).toEqual({ bytes: 0, sender: null, subject: null })
  expect(await countTray(db, 'open')).toBe(0)
  const terms = { unconfirmed: 14, registration: 9999, contact: 365, audit: 9999, mail: 90 }
  await applyRetention(db, terms, soon.add({ hours: 24 * 364 }))
  expect(await addresses()).toEqual(['bo@leiderdorp.example', 'x@spam.example'])
  await applyRetention(db, terms, soon.add({ hours: 24 * 366 }))
  expect(await addresses()).toEqual(['bo@leiderdorp.example'])
})

test('who writes back quotes her own links: staff read the mail, and cannot act as her', async ({ db }) => {
  const { takeIn, personId, deliveredTo } = await anInvitee(db)
  const token = personalToken(aSite.linkSecret, personId, 1)
  const link = `${aSite.baseUrl}/mijn/${token}`
  const calendarToken = deliveredTo.slice('rsvp+'.length, deliveredTo.indexOf('@'))
  const encoded = Buffer.from(`${link} ${deliveredTo}`).toString('base64')
  const words = ['Hoe laat begint het?', '', `> Antwoord op ${link}`, `> ${link.slice(0, -30)}`, `> ${link.slice(-30)}`]
  const inText = aPlainMail([`X-Link: ${link}`], [...words, `> ${deliveredTo}`].join('\r\n'))
  const inBase64 = aPlainMail(['Content-Transfer-Encoding: base64'], encoded)
  for (const raw of [inText, inBase64]) {
    const { inboxId } = await takeIn(raw)
    const shown = await describeUnknownReply(db, aSite, inboxId)
    const everything = JSON.stringify(shown).replace(/(\\r)?\\n[> ]*/g, '')
    for (const secret of [token, token.slice(-22), calendarToken, encoded]) expect(everything).not.toContain(secret)
  }
  const { inboxId } = await takeIn(aPlainMail([], words.join('\r\n')))
  expect((await describeUnknownReply(db, aSite, inboxId))?.text).toContain('Hoe laat begint het?')
})
