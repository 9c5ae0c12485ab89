import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { sql } from 'kysely'
import { feedToken, provesFeedToken } from '#app/domain/access/tokens.server.ts'
import type { FeedHolder, FeedSubject } from '#app/domain/inviting/calendar-feed.ts'
import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import { openCalendarFeed } from '#app/use-cases/inviting/open-calendar-feed.ts'
import { readCalendarFeed } from '#app/use-cases/inviting/read-calendar-feed.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { replaceCalendarFeed } from '#app/use-cases/inviting/replace-calendar-feed.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findLiveFeed, listFeeds } from '#db/inviting/calendar-feeds.ts'
import { listFeedEvenings } from '#db/inviting/feed-evenings.ts'
import { aPublishedEvening, registers } from '#tests/support/evenings.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson, councilOf } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker } from '#tests/support/sessions.ts'
import { expect, test } from '../../support/database.ts'

const days = (count: number) => now.add({ hours: 24 * count })
const system = { kind: 'system' } as const

async function opened(db: Db, subject: FeedSubject) {
  await openCalendarFeed(db, { subject, actor: system }, now)
  const holder: FeedHolder = 'personId' in subject ? subject : { speakerId: subject.speakerId }
  const feed = (await listFeeds(db, holder, now)).find((each) => each.subject.kind === subject.kind)
  if (!feed) throw new Error('the feed is not there')
  return { feed, holder }
}

/** What the calendar says at a moment: UID, STATUS and the title of each entry, and its bytes. */
async function read(db: Db, feed: Parameters<typeof readCalendarFeed>[2], at = now) {
  const text = await readCalendarFeed(db, aSite, feed, at)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    status: String(event.getFirstPropertyValue('status')),
    summary: String(event.getFirstPropertyValue('summary')),
    description: String(event.getFirstPropertyValue('description')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
    modified: String(event.getFirstPropertyValue('last-modified')),
    url: String(event.getFirstPropertyValue('url')),
  }))
  return { text, calendar, events }
}

/** A draft, an option, a firm one, a cancelled one and a draft that was cancelled, all of Leiderdorp. */
async function everyStatus(db: Db) {
  const speaker = await aSpeaker(db, 'Noor Voorbeeld')
  const plan = (title: string, day: number) =>
    aPlan({ title, start: days(day), end: days(day).add({ minutes: 90 }), speakerIds: [speaker] })
  const firm = await aPublishedEvening(db, plan('Vast', 20))
  const cancelled = await aPublishedEvening(db, plan('Af', 25))
  const { id, staffId } = cancelled
  await cancelSession(db, aSite, { id, staffId, version: 2, reason: 'De spreker is ziek.' }, days(1))
  for (const [title, status, day] of [
    ['Ontwerp', 'draft', 30],
    ['Misschien', 'option', 35],
  ] as const) {
    const id = randomUUID()
    const { reference, councilIds } = await aBareRequest(db)
    await planSession(db, aSite, { id, reference, councilIds, plan: plan(title, day), staffId: firm.staffId }, now)
    const option_expires_at = status === 'option' ? now.add({ hours: 240 }).toString() : null
    await db.updateTable('briefing_session').set({ status, option_expires_at }).where('id', '=', id).execute()
  }
  const never = randomUUID()
  const { reference, councilIds } = await aBareRequest(db)
  await planSession(
    db,
    aSite,
    { id: never, reference, councilIds, plan: plan('Nooit', 40), staffId: firm.staffId },
    now,
  )
  await cancelSession(db, aSite, { id: never, version: 1, reason: 'Vergissing.', staffId: firm.staffId }, days(1))
  return { speaker, firm, cancelled }
}

const shown = (events: { status: string; summary: string }[]) =>
  events.map(({ status, summary }) => `${status} ${summary}`)
const publicOnes = ['CONFIRMED Vast', 'CANCELLED Gaat niet door: Af']
const withOption = [...publicOnes, 'TENTATIVE Optie: Misschien']

test('who sees what: drafts nobody, options only staff and the council’s own clerks', async ({ db }) => {
  const { speaker, firm, cancelled } = await everyStatus(db)
  const leiderdorp = await councilOf(db, 'leiderdorp')
  const { personId: clerk } = await aClerk(db, 'leiderdorp', 'Kim Bedacht', 'kim@leiderdorp.example')
  const { personId: staff } = await aPerson(db, [{ role: 'planner' }])
  const council = await opened(db, { kind: 'council', personId: clerk, councilId: leiderdorp })
  const region = await opened(db, { kind: 'region', personId: staff, regionId: 'leidse-regio' })
  const speakers = await opened(db, { kind: 'speaker', speakerId: speaker })
  expect(shown((await read(db, council.feed, days(1))).events)).toEqual(withOption)
  expect(shown((await read(db, region.feed, days(1))).events)).toEqual(withOption)
  expect(shown((await read(db, speakers.feed, days(1))).events)).toEqual(publicOnes)

  await registers(db, firm.linkToken, 'ans@leiderdorp.example', days(1))
  const { person_id: personId } = await db
    .selectFrom('registration')
    .select('person_id')
    .where('briefing_session_id', '=', firm.id)
    .executeTakeFirstOrThrow()
  const own = await opened(db, { kind: 'person', personId })
  const mine = await read(db, own.feed, days(1))
  expect(shown(mine.events)).toEqual(['CONFIRMED Vast'])
  expect(mine.text, 'nobody’s address, and no link that opens by itself').not.toMatch(/ATTENDEE|ans@|\/mijn\//)

  const uids = await db.selectFrom('briefing_session').select('calendar_uid').execute()
  const everything = (await read(db, region.feed, days(1))).text.replace(/\r\n /g, '')
  for (const { calendar_uid } of uids) expect(everything).not.toContain(calendar_uid.slice(0, 36))
  expect((await read(db, region.feed, days(1))).events.map(({ uid }) => uid)).toContain(
    `feed-${cancelled.id}@briefings.example`,
  )
})

test('another council, another region and a speaker who is not asked see nothing, in a calendar that is one', async ({
  db,
}) => {
  await everyStatus(db)
  const gorinchem = await councilOf(db, 'gorinchem')
  const { personId: clerk } = await aClerk(db, 'gorinchem', 'Sam Proefman', 'sam@gorinchem.example')
  const council = await opened(db, { kind: 'council', personId: clerk, councilId: gorinchem })
  const { personId: staff } = await aPerson(db, [{ role: 'planner' }])
  const elsewhere = await db
    .selectFrom('region_municipality')
    .innerJoin('council', 'council.municipality_id', 'region_municipality.municipality_id')
    .select('region_id')
    .where('council.id', '=', gorinchem)
    .executeTakeFirstOrThrow()
  const region = await opened(db, { kind: 'region', personId: staff, regionId: elsewhere.region_id })
  const speakers = await opened(db, { kind: 'speaker', speakerId: await aSpeaker(db, 'Bo Denkbeeld') })
  for (const { feed } of [council, region, speakers]) {
    const { events, calendar } = await read(db, feed)
    expect(events).toEqual([])
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
  }
})

test('a cancelled evening stays thirty days, and says so with a higher SEQUENCE', async ({ db }) => {
  await everyStatus(db)
  const { personId: staff } = await aPerson(db, [{ role: 'planner' }])
  const { feed } = await opened(db, { kind: 'region', personId: staff, regionId: 'leidse-regio' })
  const [, before] = (await read(db, feed, days(1))).events
  expect(before?.description).toMatch(/^Gaat niet door: De spreker is ziek\./)
  expect(before).toMatchObject({ status: 'CANCELLED', sequence: 1 })
  const titles = async (at: Temporal.Instant) => (await read(db, feed, at)).events.map(({ summary }) => summary)
  expect(await titles(days(30))).toContain('Gaat niet door: Af')
  expect(await titles(days(31).add({ seconds: 1 }))).not.toContain('Gaat niet door: Af')
  expect(await titles(days(49)), 'and what is past stays thirty days as well').toContain('Vast')
  expect(await titles(days(51))).not.toContain('Vast')
})

test('a year and a month ahead, and no further', async ({ db }) => {
  const { personId: staff } = await aPerson(db, [{ role: 'planner' }])
  const { feed } = await opened(db, { kind: 'region', personId: staff, regionId: 'leidse-regio' })
  for (const day of [399, 401])
    await aPublishedEvening(db, { title: `Dag ${day}`, start: days(day), end: days(day).add({ minutes: 90 }) })
  expect((await read(db, feed)).events.map(({ summary }) => summary)).toEqual(['Dag 399'])
})

test('the same evenings give the same bytes; a change gives a later stamp, an option’s edit too', async ({ db }) => {
  const { firm } = await everyStatus(db)
  const { personId: staff } = await aPerson(db, [{ role: 'planner' }])
  const { feed } = await opened(db, { kind: 'region', personId: staff, regionId: 'leidse-regio' })
  const first = await read(db, feed, days(1))
  expect((await read(db, feed, days(2))).text).toBe(first.text)
  for (const { stamp, modified } of first.events) expect(modified).toBe(stamp)
  const option = await db
    .selectFrom('briefing_session')
    .select(['id', 'version'])
    .where('status', '=', 'option')
    .executeTakeFirstOrThrow()
  const plan = aPlan({ title: 'Misschien', start: days(36), end: days(36).add({ minutes: 90 }) })
  const change = { id: option.id, version: option.version, plan, tellAboutText: false, staffId: firm.staffId }
  await changeSession(db, aSite, change, days(3))
  const second = await read(db, feed, days(3))
  expect(second.text).not.toBe(first.text)
  const stampOf = ({ events }: typeof first) => events.find(({ status }) => status === 'TENTATIVE')?.stamp
  expect([stampOf(first), stampOf(second)]).toEqual(['2026-11-24T09:00:00Z', '2026-11-27T09:00:00Z'])
})

test('who says no, leaves, or only waits does not have the evening in her calendar', async ({ db }) => {
  const evening = await aPublishedEvening(db, { capacity: 1 })
  await registers(db, evening.linkToken, 'ans@leiderdorp.example')
  await registers(db, evening.linkToken, 'bo@leiderdorp.example', now, 'Bo Denkbeeld')
  const people = await db
    .selectFrom('registration')
    .select(['id', 'person_id', 'place'])
    .orderBy(sql`place = 'waiting'`)
    .execute()
  const [ans, bo] = people
  if (!ans || !bo) throw new Error('two people registered')
  const feeds = [
    (await opened(db, { kind: 'person', personId: ans.person_id })).feed,
    (await opened(db, { kind: 'person', personId: bo.person_id })).feed,
  ] as const
  const counts = async () => [
    (await listFeedEvenings(db, feeds[0].subject, now)).length,
    (await listFeedEvenings(db, feeds[1].subject, now)).length,
  ]
  expect(await counts()).toEqual([1, 0])
  const no = { registrationId: ans.id, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: now } as const
  await recordAnswer(db, aSite, no, now)
  expect(await counts(), 'the seat and with it the entry go to whoever waited').toEqual([0, 1])
})

test('a new address kills the old one at once; sent twice it stays the newest; ended there is none', async ({ db }) => {
  const { personId } = await aPerson(db, [], 'Ans de Verzonnene', 'ans@leiderdorp.example')
  const { feed, holder } = await opened(db, { kind: 'person', personId })
  const { linkSecret } = aSite
  const works = async (token: string) => {
    const live = await findLiveFeed(db, feed.id, now)
    return live !== undefined && provesFeedToken(linkSecret, token, live.id, live.version)
  }
  const first = feedToken(linkSecret, feed.id, 1)
  expect(await works(first)).toBe(true)
  await openCalendarFeed(db, { subject: feed.subject, actor: system }, now)
  expect(await works(first), 'asking twice keeps the address').toBe(true)

  const renew = { feedId: feed.id, holder, version: 1, by: 'newAddress', actor: system } as const
  await Promise.all([replaceCalendarFeed(db, renew, now), replaceCalendarFeed(db, renew, now)])
  const second = feedToken(linkSecret, feed.id, 2)
  expect([await works(first), await works(second)]).toEqual([false, true])

  const stranger = { personId: (await aPerson(db, [], 'Bo Denkbeeld', 'bo@leiderdorp.example')).personId }
  await replaceCalendarFeed(db, { ...renew, version: 2, holder: stranger }, now)
  expect(await works(second), 'nobody else can touch it').toBe(true)

  await replaceCalendarFeed(db, { ...renew, version: 2, by: 'nothing' }, now)
  expect(await works(second)).toBe(false)
  await openCalendarFeed(db, { subject: feed.subject, actor: system }, now)
  expect([await works(first), await works(second), await works(feedToken(linkSecret, feed.id, 3))]).toEqual([
    false,
    false,
    true,
  ])
  const told = await db.selectFrom('audit_event').select('action').where('action', 'like', 'calendarFeed.%').execute()
  expect(told.map(({ action }) => action)).toEqual([
    'calendarFeed.opened',
    'calendarFeed.renewed',
    'calendarFeed.ended',
    'calendarFeed.opened',
  ])
})

test('an address ends with the role, the speaker and the person', async ({ db }) => {
  const leiderdorp = await councilOf(db, 'leiderdorp')
  const { personId: clerk } = await aClerk(db, 'leiderdorp', 'Kim Bedacht', 'kim@leiderdorp.example')
  const { personId: staff } = await aPerson(db, [{ role: 'planner' }])
  const speaker = await aSpeaker(db, 'Noor Voorbeeld')
  const { personId: ans } = await aPerson(db, [], 'Ans de Verzonnene', 'ans@leiderdorp.example')
  const feeds = [
    (await opened(db, { kind: 'council', personId: clerk, councilId: leiderdorp })).feed.id,
    (await opened(db, { kind: 'region', personId: staff, regionId: 'leidse-regio' })).feed.id,
    (await opened(db, { kind: 'speaker', speakerId: speaker })).feed.id,
    (await opened(db, { kind: 'person', personId: ans })).feed.id,
  ]
  const alive = async () => Promise.all(feeds.map(async (id) => (await findLiveFeed(db, id, now)) !== undefined))
  expect(await alive()).toEqual([true, true, true, true])
  const ended = { during: '[2020-01-01,2026-11-24)' }
  await db.updateTable('person_role').set(ended).where('person_id', 'in', [clerk, staff]).execute()
  await db.updateTable('speaker').set({ active: false }).where('id', '=', speaker).execute()
  await eraseParticipant(db, aSite, { personId: ans }, now)
  expect(await alive()).toEqual([false, false, false, false])
  const left = await db.selectFrom('calendar_feed').select('id').where('kind', '=', 'person').execute()
  expect(left, 'of who was erased nothing stays').toEqual([])
})

test('a clerk of two councils does not read the one whose role ended through the other', async ({ db }) => {
  const [leiderdorp, leiden] = [await councilOf(db, 'leiderdorp'), await councilOf(db, 'leiden')]
  const { personId: clerk } = await aClerk(db, 'leiderdorp', 'Kim Bedacht', 'kim@leiderdorp.example')
  const { feed } = await opened(db, { kind: 'council', personId: clerk, councilId: leiderdorp })
  await db.updateTable('person_role').set({ council_id: leiden }).where('person_id', '=', clerk).execute()
  expect(await findLiveFeed(db, feed.id, now)).toBeUndefined()
})
