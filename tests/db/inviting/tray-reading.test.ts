import { personalToken } from '#app/domain/access/tokens.server.ts'
import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import { describeUnknownReply } from '#app/use-cases/inviting/describe-unknown-reply.ts'
import { rejectUnknownReply } from '#app/use-cases/inviting/reject-unknown-reply.ts'
import { applyRetention } from '#app/use-cases/overseeing/apply-retention.ts'
import { countTray, listTray } from '#db/inviting/tray.ts'
import { listTrayCandidates } from '#db/inviting/tray-candidates.ts'
import { anInvitee, inboxRow } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite } from '#tests/support/here-and-now.ts'
import { anUnknownReply, homeAddress, soon } from '#tests/support/unknown-reply.ts'
import { answering, aPlainMail } from '#tests/unit/mail-intake/answer-mail.ts'

test('the tray says who, what, which evening, who it may be and why', async ({ db }) => {
  const { inboxId, personId } = await anUnknownReply(db, 'DECLINED')
  expect(await countTray(db, 'open')).toBe(1)
  const [row] = await listTray(db, 'open', 1)
  expect(row).toMatchObject({
    id: inboxId,
    sender: homeAddress,
    said: 'no',
    reason: 'otherAttendee',
    person: { id: personId, name: 'Ans de Verzonnene', by: 'token' },
    session: { title: 'Wonen en energie in Leiderdorp' },
    isOpen: true,
  })
  const shown = await describeUnknownReply(db, aSite, inboxId)
  expect(shown).toMatchObject({
    senderName: 'Ans (thuis)',
    secondAddress: homeAddress,
    calendar: { answer: 'no' },
  })
  expect(shown?.headers).toContain('Message-ID: <answer-1@leiderdorp.example>')
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
        .where('address', 'in', [homeAddress, 'x@spam.example', 'bo@leiderdorp.example'])
        .execute()
    )
      .map(({ address }) => address)
      .sort()
  expect(await addresses()).toEqual([homeAddress, 'bo@leiderdorp.example', 'x@spam.example'])
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
