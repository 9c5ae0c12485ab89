import { venueForm } from '#app/forms/scheduling/venue-form.ts'
import { addVenue } from '#app/use-cases/scheduling/add-venue.ts'
import { changeVenue } from '#app/use-cases/scheduling/change-venue.ts'
import { findVenue } from '#db/scheduling/venues.ts'
import { expect, test } from '#tests/support/database.ts'
import { now } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'

const chamber = {
  name: 'Raadzaal Leiderdorp',
  address: '',
  municipalityId: 'gm0547',
  capacity: 40,
  accessFacts: '',
  active: true,
}

test('a room is in a municipality or in none, and never in one that is not there', async ({ db }) => {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const add = (municipalityId: string) =>
    addVenue(db, { facts: { ...chamber, municipalityId }, mailbox: undefined, staffId }, now)
  const id = await add(chamber.municipalityId)
  expect(await findVenue(db, id)).toMatchObject({ municipalityId: 'gm0547', version: 1 })
  await expect(add('gm9999')).rejects.toMatchObject({ code: 'venue-municipality-unknown' })

  const change = (municipalityId: string | undefined) =>
    changeVenue(db, { id, version: 1, facts: { ...chamber, municipalityId }, mailbox: undefined, staffId }, now)
  await expect(change('gm9999')).rejects.toMatchObject({ code: 'venue-municipality-unknown' })
  await change(undefined)
  expect(await findVenue(db, id)).toMatchObject({ municipalityId: undefined, version: 2 })
})

test('the form takes the code of a municipality, or nothing', () => {
  const municipalityOf = (municipalityId?: string) => venueForm.safeParse({ name: 'Raadzaal', municipalityId })
  expect(municipalityOf().success).toBe(true)
  expect(municipalityOf('gm0547').data?.municipalityId).toBe('gm0547')
  for (const wrong of ['Leiderdorp', 'gm547', 'gm05470', "gm0547'"])
    expect(municipalityOf(wrong).error?.issues[0]?.message).toBe('Kies een gemeente uit de lijst, of laat het leeg.')
})
