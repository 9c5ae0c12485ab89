import { expect, test } from '@playwright/test'
import { freedInWords } from '#app/domain/scheduling/freed-slot.ts'

const venue = {
  id: 'room',
  name: 'Raadzaal',
  address: '',
  municipalityId: undefined,
  capacity: 60,
  accessFacts: '',
  active: true,
  version: 1,
}
const speaker = (name: string) => ({ speakerId: name, name, organisation: '' })

test('only what an evening held becomes free', () => {
  const said = [0, 1, 2].flatMap((many) =>
    [undefined, venue].map((room) => {
      const speakers = ['Noor', 'Ties'].slice(0, many).map(speaker)
      return freedInWords({ venue: room, speakers }, many === 1 ? 'since' : 'soon')
    }),
  )
  expect(said).toEqual([
    undefined,
    'De zaal komt vrij.',
    'De spreker is weer vrij.',
    'De zaal en de spreker zijn weer vrij.',
    'De sprekers komen vrij.',
    'De zaal en de sprekers komen vrij.',
  ])
})
