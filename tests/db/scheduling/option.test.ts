import { randomUUID } from 'node:crypto'
import { councilVoices } from '#app/domain/inviting/council-voice.ts'
import { recordEngagedAnswer } from '#app/use-cases/inviting/record-engaged-answer.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { expireOption, expireOptions } from '#app/use-cases/scheduling/expire-options.ts'
import { foreseeOffering, offerOption } from '#app/use-cases/scheduling/offer-option.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { foreseePublishing, publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { listEngagementOverview } from '#db/inviting/engagement-overview.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { expect, test, warmUp } from '#tests/support/database.ts'
import { noor, room } from '#tests/support/engaged-evening.ts'
import { deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aSite, instant, now } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'

const kim = 'kim@griffie-leiderdorp.example'
const lou = 'lou@griffie-oegstgeest.example'
const everybody = [kim, lou, noor, room].sort()
const expiresAt = instant('2026-12-15T16:00:00Z')
const after = expiresAt.add({ minutes: 1 })
const callers = 12

/** A draft for two councils with a clerk each, a speaker and a room that both have an address. */
async function aDraft(db: Db) {
  const planner = [{ role: 'planner' as const }]
  const { personId: staffId } = await aPerson(db, planner, 'Robin Gefingeerd', 'robin@provincie.example')
  const request = await aBareRequest(db, ['leiderdorp', 'oegstgeest'])
  const [, oegstgeest = ''] = request.councilIds
  await aClerk(db, 'leiderdorp', 'Kim Bedacht', kim)
  await aClerk(db, 'oegstgeest', 'Lou Denkbeeld', lou)
  const speakerIds = [await aSpeaker(db, 'Noor Voorbeeld', noor)]
  const plan = aPlan({ speakerIds, venueId: await aVenue(db, 'Raadzaal', 60, room) })
  const id = randomUUID()
  await planSession(db, aSite, { ...request, id, plan, staffId }, now)
  return { id, plan, staffId, request, oegstgeest }
}

async function anOption(db: Db) {
  const draft = await aDraft(db)
  await offerOption(db, aSite, { id: draft.id, version: 1, expiresAt, staffId: draft.staffId }, now)
  await deliverAll(db, draft.id)
  return draft
}

const sessionOf = async (db: Db, id: string) => {
  const session = await findBriefingSession(db, id)
  if (!session) throw new Error('no session')
  return session
}
const statusOf = async (db: Db, requestId: string) =>
  (await db.selectFrom('briefing_request').select('status').where('id', '=', requestId).executeTakeFirstOrThrow())
    .status
const calendarsOf = async (db: Db, id: string) => (await mailsOf(db, id)).filter(({ calendar }) => calendar)
const newestTo = async (db: Db, id: string, address: string) =>
  (await calendarsOf(db, id)).findLast(({ recipient }) => recipient === address)

test('an option stands in the calendars of clerks, speaker and room, once, and councillors hear nothing', async ({
  db,
}) => {
  const { id, staffId, request } = await aDraft(db)
  const input = { id, version: 1, expiresAt, staffId }
  const foreseen = await foreseeOffering(db, aSite, input, now)
  expect(foreseen.kinds).toEqual([
    { kind: 'option-offered', name: 'Optie', calendar: 'request', mails: 2 },
    { kind: 'speaker-invited', name: 'Kunt u spreken?', calendar: 'request', mails: 1 },
    { kind: 'venue-invited', name: 'Zaal gevraagd', calendar: 'request', mails: 1 },
  ])
  expect(await mailsOf(db, id)).toEqual([])
  await warmUp(db, callers)
  await Promise.all(Array.from({ length: callers }, () => offerOption(db, aSite, input, now.add({ minutes: 1 }))))

  expect(await sessionOf(db, id)).toMatchObject({ status: 'option', sequence: 0 })
  expect(await statusOf(db, request.id)).toBe('optioned')
  const mails = await mailsOf(db, id)
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(everybody)
  for (const { calendar, recipient, raw } of mails) {
    expect(calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      status: 'TENTATIVE',
      attendees: [`mailto:${recipient}`],
    })
    expect(calendar?.summary).toMatch(/^Optie: /)
    for (const other of everybody.filter((address) => address !== recipient)) expect(raw).not.toContain(other)
  }
  const toKim = mails.find(({ recipient }) => recipient === kim)
  expect(toKim?.calendar?.description).toContain('vervalt op dinsdag 15 december 2026, 17.00 uur')
  const link = (await sessionOf(db, id)).councils[0]?.linkToken ?? ''
  await expect(registers(db, link, 'ans@raadslid.example')).rejects.toMatchObject({ code: 'session-closed' })
})

test('only councils that said they take part get the option, and an end in the past or too late is refused', async ({
  db,
}) => {
  const { id, staffId, oegstgeest, request } = await aDraft(db)
  const part = db
    .updateTable('briefing_request_council')
    .set({ state: 'invited' })
    .where('briefing_request_id', '=', request.id)
  await part.where('council_id', '=', oegstgeest).execute()
  const offer = (end: Temporal.Instant) => offerOption(db, aSite, { id, version: 1, expiresAt: end, staffId }, now)
  await expect(offer(now)).rejects.toMatchObject({ code: 'option-expiry-past' })
  await expect(offer(instant('2027-01-12T18:30:00Z'))).rejects.toMatchObject({ code: 'option-expiry-too-late' })
  await offer(expiresAt)
  expect((await mailsOf(db, id)).map(({ recipient }) => recipient)).not.toContain(lou)

  const other = await aBareRequest(db, ['voorschoten'])
  const otherId = randomUUID()
  await planSession(db, aSite, { ...other, id: otherId, plan: aPlan(), staffId }, now)
  const nobody = offerOption(db, aSite, { id: otherId, version: 1, expiresAt, staffId }, now)
  await expect(nobody).rejects.toMatchObject({ code: 'option-without-holder' })
  expect((await sessionOf(db, otherId)).status).toBe('draft')
})

test('published: the same entry is firm for everybody, one higher, with the answers they gave', async ({ db }) => {
  const { id, staffId, request } = await anOption(db)
  const holder = await db
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .select('engagement.id')
    .where('person.name', '=', 'Kim Bedacht')
    .executeTakeFirstOrThrow()
  const yes = { engagementId: holder.id, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: now } as const
  expect(await recordEngagedAnswer(db, yes, now)).toEqual({ notApplied: undefined })
  expect(await statusOf(db, request.id), 'an answer publishes nothing by itself').toBe('optioned')

  const input = { id, version: 2, staffId }
  const foreseen = await foreseePublishing(db, aSite, input, instant('2026-11-24T09:30:00Z'))
  expect(foreseen.kinds).toEqual([
    { kind: 'session-published', name: 'Bevestigd', calendar: 'request', mails: 2 },
    { kind: 'speaker-changed', name: 'Bevestigd', calendar: 'request', mails: 1 },
    { kind: 'venue-changed', name: 'Bevestigd', calendar: 'request', mails: 1 },
  ])
  const later = now.add({ hours: 1 })
  await publishSession(db, aSite, input, later)
  expect(await sessionOf(db, id)).toMatchObject({ status: 'published', sequence: 1, optionExpiresAt: undefined })
  expect(await statusOf(db, request.id)).toBe('confirmed')
  for (const address of everybody) {
    const all = (await calendarsOf(db, id)).filter(({ recipient }) => recipient === address)
    expect(all.map(({ calendar }) => [calendar?.sequence, calendar?.status])).toEqual([
      [0, 'TENTATIVE'],
      [1, 'CONFIRMED'],
    ])
    expect(all[1]?.calendar).toMatchObject({ uid: all[0]?.calendar?.uid, organizer: all[0]?.calendar?.organizer })
    expect(all[1]?.calendar?.summary).not.toContain('Optie')
    expect(all[1]?.raw.replace(/\r\n[ \t]/g, ' ')).toContain(`In-Reply-To: ${all[0]?.messageId}`)
  }
  const toKim = await newestTo(db, id, kim)
  expect(toKim?.subject).toMatch(/^Bevestigd: /)
  expect(toKim?.calendar?.partstat).toBe('ACCEPTED')
  expect((await newestTo(db, id, lou))?.calendar?.partstat).toBe('NEEDS-ACTION')
  // No calendar mail is doubled by a plain one.
  expect((await mailsOf(db, id)).filter(({ recipient }) => recipient === kim)).toHaveLength(2)
  expect(await expireOptions(db, aSite, after)).toBe(0)
  await registers(db, (await sessionOf(db, id)).councils[0]?.linkToken ?? '', 'ans@raadslid.example', later)
})

test('it lapses by itself: a CANCEL to whoever held it, the slot is free, staff are told; offered again it is higher', async ({
  db,
}) => {
  const { id, staffId, request, plan } = await anOption(db)
  expect(await expireOptions(db, aSite, expiresAt.subtract({ seconds: 1 }))).toBe(0)
  await warmUp(db, callers)
  const runs = await Promise.all(Array.from({ length: callers }, () => expireOptions(db, aSite, after)))
  expect(runs.reduce((sum, each) => sum + each, 0)).toBe(1)
  expect(await sessionOf(db, id)).toMatchObject({ status: 'draft', sequence: 1, version: 3 })
  expect(await statusOf(db, request.id)).toBe('inTreatment')
  for (const address of everybody)
    expect((await newestTo(db, id, address))?.calendar).toMatchObject({
      method: 'CANCEL',
      sequence: 1,
      status: 'CANCELLED',
    })
  const toStaff = (await mailsOf(db, id)).filter(({ kind }) => kind === 'option-lapsed-staff')
  expect(toStaff.map(({ recipient }) => recipient)).toEqual(['robin@provincie.example'])
  const audit = await db
    .selectFrom('audit_event')
    .select(['action', 'actor_kind'])
    .where('action', 'like', '%.optionLapsed')
    .execute()
  expect(audit).toHaveLength(2)
  expect(new Set(audit.map(({ actor_kind }) => actor_kind))).toEqual(new Set(['system']))
  await deliverAll(db, id)

  // The slot is free for another; whoever was first keeps it.
  const other = await aBareRequest(db)
  const otherId = randomUUID()
  await planSession(db, aSite, { ...other, id: otherId, plan: { ...plan, title: 'Voor een ander' }, staffId }, after)
  const week = after.add({ hours: 24 * 7 })
  const again = (version: number) => offerOption(db, aSite, { id, version, expiresAt: week, staffId }, after)
  await expect(again(3)).rejects.toMatchObject({ code: 'venue-already-booked' })
  await cancelSession(db, aSite, { id: otherId, version: 1, reason: 'Toch niet.', staffId }, after)
  await again(3)
  expect(await sessionOf(db, id)).toMatchObject({ status: 'option', sequence: 2, rsvpEpoch: 2 })
  for (const address of everybody)
    expect((await newestTo(db, id, address))?.calendar).toMatchObject({
      method: 'REQUEST',
      sequence: 2,
      status: 'TENTATIVE',
      partstat: 'NEEDS-ACTION',
    })
})

test('publishing and lapsing at one moment: one wins, and nobody gets both', async ({ db }) => {
  for (const round of [1, 2, 3]) {
    const { id, staffId } = await raceable(db, round)
    await warmUp(db, callers)
    const results = await Promise.allSettled(
      Array.from({ length: callers }, (_, at) =>
        at % 2 === 0
          ? publishSession(db, aSite, { id, version: 2, staffId }, after)
          : db.transaction().execute((trx) => expireOption(trx, aSite, id, after)),
      ),
    )
    const session = await sessionOf(db, id)
    const methods = new Set(
      (await calendarsOf(db, id))
        .filter(({ calendar }) => calendar?.sequence === 1)
        .map((each) => each.calendar?.method),
    )
    expect(session.sequence).toBe(1)
    expect([...methods]).toEqual([session.status === 'published' ? 'REQUEST' : 'CANCEL'])
    for (const each of results)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'changed-meanwhile' })
    const lapses = results.filter((each) => each.status === 'fulfilled' && each.value === true)
    expect(lapses).toHaveLength(session.status === 'published' ? 0 : 1)
  }
})

async function raceable(db: Db, round: number) {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', `robin-${round}@provincie.example`)
  const request = await aBareRequest(db, ['leiderdorp'])
  await aClerk(db, 'leiderdorp', 'Kim Bedacht', `kim-${round}@griffie-leiderdorp.example`)
  const id = randomUUID()
  await planSession(db, aSite, { ...request, id, plan: aPlan(), staffId }, now)
  await offerOption(db, aSite, { id, version: 1, expiresAt, staffId }, now)
  await deliverAll(db, id)
  return { id, staffId }
}

test('an option can get another end, another time, and be called off; each is told, and it stays an option', async ({
  db,
}) => {
  const { id, staffId, plan, request } = await anOption(db)
  const later = expiresAt.add({ hours: 48 })
  await offerOption(db, aSite, { id, version: 2, expiresAt: later, staffId }, now.add({ hours: 1 }))
  const extended = await newestTo(db, id, kim)
  expect(extended?.calendar).toMatchObject({ sequence: 0, status: 'TENTATIVE' })
  expect(extended?.calendar?.description).toContain('vervalt op donderdag 17 december 2026')
  expect(
    (await mailsOf(db, id)).filter(({ recipient }) => recipient === noor),
    'not her business',
  ).toHaveLength(1)
  await deliverAll(db, id)

  const [start, end] = [instant('2027-01-19T18:30:00Z'), instant('2027-01-19T20:00:00Z')]
  const moved = { id, version: 3, plan: { ...plan, start, end }, tellAboutText: false, staffId }
  await changeSession(db, aSite, moved, now.add({ hours: 2 }))
  expect(await sessionOf(db, id)).toMatchObject({ status: 'option', sequence: 1, rsvpEpoch: 1 })
  for (const address of everybody)
    expect((await newestTo(db, id, address))?.calendar).toMatchObject({ sequence: 1, status: 'TENTATIVE' })
  expect((await newestTo(db, id, kim))?.subject).toMatch(/^Gewijzigd: tijd van optie/)
  await deliverAll(db, id)

  const reason = 'De spreker is ziek.'
  await cancelSession(db, aSite, { id, version: 4, reason, staffId }, now.add({ hours: 3 }))
  for (const address of everybody)
    expect((await newestTo(db, id, address))?.calendar).toMatchObject({ method: 'CANCEL', sequence: 2 })
  expect(await statusOf(db, request.id)).toBe('inTreatment')
  expect((await mailsOf(db, id)).map(({ kind }) => kind)).not.toContain('clerk-session-cancelled')
})

test('a council has one voice: the latest word of its clerks, whoever of them says it', async ({ db }) => {
  const draft = await aDraft(db)
  const [leiderdorp = ''] = draft.request.councilIds
  await aClerk(db, 'leiderdorp', 'Mia Bedenksel', 'mia@griffie-leiderdorp.example')
  await offerOption(db, aSite, { id: draft.id, version: 1, expiresAt, staffId: draft.staffId }, now)
  const says = async (name: string, answer: 'yes' | 'no', at: Temporal.Instant) => {
    const lines = await listEngagementOverview(db, draft.id)
    const engagementId = lines.find((line) => line.name === name)?.key ?? ''
    await recordEngagedAnswer(db, { engagementId, answer, door: 'link', answeredSequence: 0, answeredAt: at }, at)
  }
  const voice = async () => councilVoices(await listEngagementOverview(db, draft.id)).get(leiderdorp)
  expect(await voice()).toBeUndefined()
  await says('Kim Bedacht', 'yes', now.add({ hours: 1 }))
  await says('Mia Bedenksel', 'no', now.add({ hours: 2 }))
  expect(await voice()).toMatchObject({ name: 'Mia Bedenksel', answer: 'no', municipalityName: 'Leiderdorp' })
  await deliverAll(db, draft.id)
  await expireOptions(db, aSite, after)
  const toStaff = (await mailsOf(db, draft.id)).find(({ kind }) => kind === 'option-lapsed-staff')
  expect(toStaff?.raw).toContain('Wij hoorden op tijd geen akkoord.')
})

test('of an option that lapsed staff read whom no mail reaches, and that they call', async ({ db }) => {
  const { id } = await anOption(db)
  const speaker_id = await aSpeaker(db, 'Ties Bedenksel')
  const booking = db.selectFrom('speaker_booking').select(['briefing_session_id', 'during'])
  const values = { ...(await booking.executeTakeFirstOrThrow()), speaker_id }
  await db.insertInto('speaker_booking').values(values).execute()
  await expireOptions(db, aSite, after)
  const toStaff = (await mailsOf(db, id)).find(({ kind }) => kind === 'option-lapsed-staff')
  const text = toStaff?.raw.replaceAll(/(?: |=?\r\n)+/g, ' ')
  expect(text).toContain('De zaal en de sprekers zijn weer vrij.')
  expect(text).toContain('Ties Bedenksel.')
  expect(text).not.toContain('hebben bericht')
})

test('a clerk who left her council holds the option no longer, and her answer does not count', async ({ db }) => {
  const { id, staffId, oegstgeest } = await anOption(db)
  const holder = await db
    .selectFrom('engagement')
    .select(['engagement.id', 'person_id'])
    .where('council_id', '=', oegstgeest)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('person_role')
    .set({ during: '[2020-01-01,2026-11-01)' })
    .where('person_id', '=', holder.person_id)
    .execute()
  const mia = 'mia@griffie-oegstgeest.example'
  await aClerk(db, 'oegstgeest', 'Mia Bedenksel', mia)
  const yes = { engagementId: holder.id, answer: 'yes', door: 'link', answeredSequence: 0, answeredAt: now } as const
  await expect(recordEngagedAnswer(db, yes, now)).rejects.toThrow('not found')
  await offerOption(db, aSite, { id, version: 2, expiresAt: after, staffId }, now.add({ hours: 1 }))
  expect((await newestTo(db, id, lou))?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1 })
  expect((await newestTo(db, id, mia))?.calendar).toMatchObject({ method: 'REQUEST', status: 'TENTATIVE' })
})
