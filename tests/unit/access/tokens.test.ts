import { expect, test } from '@playwright/test'
import {
  claimedFeedId,
  claimedPersonId,
  feedToken,
  hashToken,
  newCalendarToken,
  newToken,
  personalToken,
  provesFeedToken,
  provesPersonalToken,
  provesReminderToken,
  provesReturnAddress,
  reminderToken,
  returnProof,
} from '#app/domain/access/tokens.server.ts'

const secret = 'a secret of at least thirty-two characters'
const id = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11'
const otherId = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c12'

test('a token is 256 random bits, a calendar token eighty, and no two are alike', () => {
  const tokens = Array.from({ length: 1_000 }, newToken)
  expect(new Set(tokens).size).toBe(1_000)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  const ofCalendars = Array.from({ length: 1_000 }, newCalendarToken)
  expect(new Set(ofCalendars).size).toBe(1_000)
  for (const token of ofCalendars) expect(token).toMatch(/^[a-z2-7]{16}$/)
  expect(new Set(ofCalendars.join('')).size, 'every letter is used').toBe(32)
})

test('what is stored of a token is its SHA-256 and nothing shorter', () => {
  expect(hashToken('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

/** The three tokens that prove themselves, each with what proves it. */
const kinds = {
  personal: {
    token: personalToken(secret, id, 1),
    proves: (token: string, of = id, version = 1, key = secret) => provesPersonalToken(key, token, of, version),
  },
  reminder: {
    token: reminderToken(secret, id),
    proves: (token: string, of = id, _version = 1, key = secret) => provesReminderToken(key, token, of),
  },
  feed: {
    token: feedToken(secret, id, 1),
    proves: (token: string, of = id, version = 1, key = secret) => provesFeedToken(key, token, of, version),
  },
}

test('a token proves one thing: of one person or calendar, under one secret, and no token is taken for another kind', () => {
  for (const [kind, { token, proves }] of Object.entries(kinds)) {
    expect(proves(token), kind).toBe(true)
    expect(proves(token, otherId), `${kind} of another`).toBe(false)
    expect(proves(token, id, 1, `${secret}!`), `${kind} under another secret`).toBe(false)
    for (const [other, { token: another }] of Object.entries(kinds))
      expect(proves(another), `${other} as ${kind}`).toBe(other === kind)
  }
})

test('a raised version ends a personal link and a calendar address; a stopped reminder stays stopped', () => {
  for (const kind of ['personal', 'feed'] as const)
    expect([kinds[kind].proves(kinds[kind].token, id, 2), kinds[kind].proves(kinds[kind].token, id, 0)]).toEqual([
      false,
      false,
    ])
  expect(personalToken(secret, id, 11)).not.toBe(personalToken(secret, id, 1))
})

test('one letter changed, added or taken away proves nothing, also where the bytes stay the same', () => {
  for (const [kind, { token, proves }] of Object.entries(kinds)) {
    for (let at = 0; at < token.length; at++) {
      const letter = token[at] === 'A' ? 'B' : 'A'
      expect(proves(token.slice(0, at) + letter + token.slice(at + 1)), `${kind} ${at}`).toBe(false)
    }
    // The last letter of 43 holds four bits that count: three others are read as the same bytes.
    const alike = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((letter) => token.slice(0, -1) + letter)
      .filter(
        (each) =>
          each !== token &&
          claimedPersonId(each) === id &&
          Buffer.from(each, 'base64url').equals(Buffer.from(token, 'base64url')),
      )
    expect(alike).toHaveLength(3)
    for (const other of [...alike, `${token}=`, `${token}A`, token.slice(0, -1), ''])
      expect(proves(other), `${kind} ${other}`).toBe(false)
  }
})

test('a token says whose it claims to be; what is no token claims nothing', () => {
  expect([claimedPersonId(kinds.personal.token), claimedPersonId(kinds.reminder.token)]).toEqual([id, id])
  expect(claimedFeedId(kinds.feed.token)).toBe(id)
  for (const nonsense of ['', 'a', id, 'x'.repeat(22), 'x'.repeat(64), '../../etc']) {
    expect(claimedPersonId(nonsense), nonsense).toBeUndefined()
    expect(claimedFeedId(nonsense), nonsense).toBeUndefined()
  }
})

test('a return address is proven by its own mail and our own secret', () => {
  const proof = returnProof(secret, id)
  expect(proof).toMatch(/^[a-z2-7]{16}$/)
  expect(provesReturnAddress(secret, proof, id)).toBe(true)
  expect(provesReturnAddress(secret, proof, otherId), 'of another mail').toBe(false)
  expect(provesReturnAddress(`${secret}!`, proof, id), 'under another secret').toBe(false)
  expect(provesReturnAddress(secret, proof.slice(0, -1), id), 'cut short').toBe(false)
})
