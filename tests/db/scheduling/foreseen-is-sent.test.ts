import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { cancelSession, foreseeCancelling } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession, foreseeChange } from '#app/use-cases/scheduling/change-session.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { previewChange } from '#app/use-cases/scheduling/preview-change.ts'
import { foreseePublishing, publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { expect, test } from '#tests/support/database.ts'
import { deliverAll, mailsOf, registers } from '#tests/support/evenings.ts'
import { aSite, instant, now } from '#tests/support/here-and-now.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { registrationIdOf } from '#tests/support/reminders.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aSpeaker, aVenue } from '#tests/support/sessions.ts'

const [ans, bo, cas, dea, noor] = ['ans', 'bo', 'cas', 'dea', 'noor'].map((name) => `${name}@proef.example`) as [
  string,
  string,
  string,
  string,
  string,
]
const id = '7b1d1c52-8f0e-4a0e-9a55-0a4f6a1f2c11'
let minute = 0
const later = () => now.add({ minutes: ++minute })

/** Two councils with clerks and one without; speakers, of whom one takes part as well, a room, and an evening for three. */
async function aDraft(db: Db) {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  await aClerk(db, 'leiderdorp')
  await aClerk(db, 'leiderdorp')
  const back = await aClerk(db, 'oegstgeest')
  await db
    .updateTable('email_address')
    .set({ suspended_at: now.toString() })
    .where('id', '=', back.emailAddressId)
    .execute()
  await aClerk(db, 'oegstgeest')
  const speakerIds = [
    await aSpeaker(db, 'Noor Voorbeeld', noor),
    await aSpeaker(db, 'Sam Proefman', 'sam@spreker.example'),
  ]
  const venueId = await aVenue(db, 'Raadzaal', 60, 'raadzaal@zalen.example')
  const plan = aPlan({ capacity: 3, speakerIds, venueId })
  await planSession(
    db,
    aSite,
    { ...(await aBareRequest(db, ['leiderdorp', 'oegstgeest', 'voorschoten'])), id, plan, staffId },
    now,
  )
  return { plan, staffId }
}

type Sent = { foreseen: ForeseenMails; sent: string[] }

/** What a step said beforehand, and the mails that were then made, of which some wait for another address. */
async function compare(
  db: Db,
  step: { foresee: () => Promise<ForeseenMails>; take: () => Promise<void> },
): Promise<Sent> {
  const before = new Set((await mailsOf(db, id)).map(({ messageId }) => messageId))
  const foreseen = await step.foresee()
  expect((await mailsOf(db, id)).map(({ messageId }) => messageId)).toEqual([...before])
  await step.take()
  const made = (await mailsOf(db, id)).filter(
    ({ messageId, state }) => !before.has(messageId) && state !== 'superseded',
  )
  const sent = made.map(({ kind, calendar }) => `${kind} ${calendar?.method.toLowerCase() ?? 'none'}`).sort()
  expect(asLines(foreseen)).toEqual(sent)
  await deliverAll(db, id)
  return { foreseen, sent }
}

function asLines({ kinds }: ForeseenMails): string[] {
  return kinds.flatMap(({ kind, calendar, mails }) => Array<string>(mails).fill(`${kind} ${calendar}`)).sort()
}

test('through the life of an evening, what is sent is what was foreseen', async ({ db }) => {
  const { plan, staffId } = await aDraft(db)
  const versionNow = async () => (await findBriefingSession(db, id))?.version ?? 0
  const publishing = { id, version: await versionNow(), staffId }
  const published = await compare(db, {
    foresee: () => foreseePublishing(db, aSite, publishing, later()),
    take: () => publishSession(db, aSite, publishing, later()),
  })
  expect(published.foreseen).toMatchObject({
    withheld: [{ reason: 'addressSuspended', mails: 1 }],
    clerksOf: ['Leiderdorp', 'Oegstgeest'],
    withoutClerk: ['Voorschoten'],
  })

  const session = await findBriefingSession(db, id)
  const links = session?.councils.map(({ linkToken }) => linkToken) ?? []
  for (const [at, address] of [ans, bo, noor, cas, dea].entries())
    await registers(db, links[at % 2] ?? '', address, later())
  await deliverAll(db, id)
  const says = async (address: string, answer: 'yes' | 'no') => {
    const at = later()
    const answeredSequence = (await findBriefingSession(db, id))?.sequence ?? 0
    const registrationId = await registrationIdOf(db, id, address)
    await recordAnswer(db, aSite, { registrationId, answer, door: 'link', answeredSequence, answeredAt: at }, at)
    await deliverAll(db, id)
  }
  let current: SessionPlan = plan
  const change = async (next: Partial<SessionPlan>, tellAboutText = false) => {
    current = { ...current, ...next }
    const order = { id, version: await versionNow(), plan: current, tellAboutText, staffId }
    return compare(db, {
      foresee: async () => (await foreseeChange(db, aSite, order, later())).mails,
      take: () => changeSession(db, aSite, order, later()),
    })
  }

  // The seat of a speaker who said no goes to Cas; her entry as a speaker stays.
  await says(noor, 'no')
  const moved = { start: instant('2027-01-19T18:30:00Z'), end: instant('2027-01-19T20:00:00Z') }
  expect((await change(moved)).sent).toEqual(expect.arrayContaining(['seat-passed-on none', 'waiting-list none']))
  await says(ans, 'no')
  await change({ venueId: await aVenue(db, 'Burgerzaal', 80, 'burgerzaal@zalen.example') })
  expect((await change({ capacity: 4 })).sent).toEqual(['invitation request'])
  expect((await change({ capacity: 2 })).sent).toEqual([])
  await registers(db, links[0] ?? '', 'eva@proef.example', later())
  expect((await change({ explanation: 'Neem uw vragen mee.' })).sent).toEqual([])
  expect((await change({ explanation: 'Neem al uw vragen mee.' }, true)).sent).toContain('session-changed request')
  const [, sam = ''] = plan.speakerIds
  await change({ speakerIds: [sam, await aSpeaker(db, 'Bo Denkbeeld', 'bo@spreker.example')] })

  const cancelling = { id, version: await versionNow(), reason: 'De spreker is ziek.', staffId }
  const { sent } = await compare(db, {
    foresee: () => foreseeCancelling(db, aSite, cancelling, later()),
    take: () => cancelSession(db, aSite, cancelling, later()),
  })
  expect(sent).toEqual(expect.arrayContaining(['session-cancelled cancel', 'session-cancelled none']))
})

test('whom no mail reaches is called: who comes and who goes, a room too, and all of them about a new time and the end', async ({
  db,
}) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const [bo, eva] = [await aSpeaker(db, 'Bo Denkbeeld'), await aSpeaker(db, 'Eva Bedacht')]
  const plan = aPlan({ speakerIds: [bo], venueId: await aVenue(db, 'Raadzaal') })
  await planSession(db, aSite, { ...(await aBareRequest(db, ['leiderdorp'])), id, plan, staffId }, now)
  await publishSession(db, aSite, { id, version: 1, staffId }, now)
  const version = (await findBriefingSession(db, id))?.version ?? 0
  const toCall = async (next: Partial<SessionPlan>) => {
    const order = { id, version, plan: { ...plan, ...next }, tellAboutText: false, staffId }
    return (await previewChange(db, aSite, order, later())).mails.toCall
  }
  expect(await toCall({ explanation: 'Neem uw vragen mee.' })).toEqual([])
  expect(await toCall({ speakerIds: [eva] })).toEqual(['Bo Denkbeeld', 'Eva Bedacht'])
  const other = await aVenue(db, 'Burgerzaal')
  expect(await toCall({ venueId: other })).toEqual(['Bo Denkbeeld', 'Burgerzaal', 'Raadzaal'])
  expect(await toCall({ end: plan.end.add({ minutes: 15 }) })).toEqual(['Bo Denkbeeld', 'Raadzaal'])
  const cancelling = { id, version, reason: 'De spreker is ziek.', staffId }
  expect((await foreseeCancelling(db, aSite, cancelling, later())).toCall).toEqual(['Bo Denkbeeld', 'Raadzaal'])
})
