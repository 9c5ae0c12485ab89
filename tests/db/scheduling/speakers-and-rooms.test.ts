import { randomUUID } from 'node:crypto'
import { addSpeaker } from '#app/use-cases/scheduling/add-speaker.ts'
import { addVenue } from '#app/use-cases/scheduling/add-venue.ts'
import { changeSpeaker } from '#app/use-cases/scheduling/change-speaker.ts'
import { changeVenue } from '#app/use-cases/scheduling/change-venue.ts'
import { findSpeaker, listSpeakers } from '#db/scheduling/speakers.ts'
import { listVenues } from '#db/scheduling/venues.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'

const now = Temporal.Now.instant()
const refused = { code: 'changed-meanwhile' }
const speaker = { name: 'Sanne Spreker', organisation: '', topicIds: [], active: true }
const venue = {
  name: 'Raadzaal',
  address: '',
  capacity: undefined,
  accessFacts: '',
  municipalityId: undefined,
  active: true,
}

test('what two people change at once is changed by the first; the second is told', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [{ role: 'planner' }])
  const speakerId = await addSpeaker(db, { facts: speaker, mailbox: undefined, staffId }, now)
  const change = (name: string) =>
    changeSpeaker(db, { id: speakerId, version: 1, facts: { ...speaker, name }, mailbox: undefined, staffId }, now)
  await change('Eerste naam')
  await expect(change('Tweede naam')).rejects.toMatchObject(refused)
  expect((await findSpeaker(db, speakerId))?.name).toBe('Eerste naam')

  const venueId = await addVenue(db, { facts: venue, mailbox: undefined, staffId }, now)
  const room = { id: venueId, version: 1, facts: venue, mailbox: undefined, staffId }
  await changeVenue(db, room, now)
  await expect(changeVenue(db, room, now)).rejects.toMatchObject(refused)
})

test('the lists say of each whether mail reaches her', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [{ role: 'planner' }])
  const mailboxes = [undefined, 'werkt@proef.example', 'terug@proef.example']
  for (const mailbox of mailboxes) {
    await addSpeaker(db, { facts: { ...speaker, name: `Spreker ${mailbox}` }, mailbox, staffId }, now)
    await addVenue(db, { facts: { ...venue, name: `Zaal ${mailbox}` }, mailbox, staffId }, now)
  }
  await db
    .updateTable('email_address')
    .set({ suspended_at: now.toString() })
    .where('address', '=', 'terug@proef.example')
    .execute()
  const reaches = (rows: { name: string; reach: string }[]) => rows.map(({ name, reach }) => `${name}: ${reach}`)
  expect(reaches(await listSpeakers(db))).toEqual([
    'Spreker terug@proef.example: cameBack',
    'Spreker undefined: noAddress',
    'Spreker werkt@proef.example: reached',
  ])
  expect(reaches(await listVenues(db))).toEqual([
    'Zaal terug@proef.example: cameBack',
    'Zaal undefined: noAddress',
    'Zaal werkt@proef.example: reached',
  ])
})

test('whatever stands in the address, a speaker or room that is not there is refused and no mistake', async ({
  db,
}) => {
  const { personId: staffId } = await aPerson(db, [{ role: 'planner' }])
  for (const id of ['geen-id', randomUUID()]) {
    const by = { id, version: 1, mailbox: undefined, staffId }
    await expect(changeSpeaker(db, { ...by, facts: speaker }, now)).rejects.toMatchObject(refused)
    await expect(changeVenue(db, { ...by, facts: venue }, now)).rejects.toMatchObject(refused)
  }
})
