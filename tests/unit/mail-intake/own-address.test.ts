import { expect, test } from '@playwright/test'
import { readOwnAddress } from '#app/domain/inviting/bare-address.ts'
import { outboxId, token } from './answer-mail.ts'

test('our addresses, and nothing that only looks like one', () => {
  const read = (address: string) => readOwnAddress(address, 'briefings.example')
  expect(read(`RSVP+${token.toUpperCase()}@Briefings.Example`)).toEqual({ box: 'rsvp', token })
  expect(read('rsvp@briefings.example')).toEqual({ box: 'rsvp', token: undefined })
  expect(read(`bounce+${outboxId}@briefings.example`)).toEqual({ box: 'bounce', outboxId })
  expect(read(`bounce+${outboxId}.${token}@briefings.example`)).toEqual({ box: 'bounce', outboxId, proof: token })
  expect(read('agenda@briefings.example')).toEqual({ box: 'feed' })
  expect(read('postmaster@briefings.example')).toEqual({ box: 'postmaster' })
  for (const address of [
    'rsvp+short@briefings.example',
    'bounce+1@briefings.example',
    `bounce+${outboxId}.short@briefings.example`,
    `bounce+.${token}@briefings.example`,
    'root@briefings.example',
    `rsvp+${token}@elsewhere.example`,
    `rsvp+${token}@briefings.example.evil.example`,
    'rsvp',
  ])
    expect(read(address)).toBeUndefined()
})
