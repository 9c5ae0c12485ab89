import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { openDkim, type SignMail } from '#emails/dkim.server.ts'
import { checkDkim, signedFieldNames } from '#emails/dkim-check.ts'
import { addressed, everyMail } from '#emails/samples/every-mail.ts'
import { createTransport } from '#emails/transport.server.ts'
import { startMisbehavingServer } from './misbehaving-server.ts'

const pem = { type: 'pkcs8', format: 'pem' } as const
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength }).privateKey.export(pem).toString()
const key = rsa(2048)
const publicKey = createPublicKey(key)
const [domain, selector] = ['briefings.example.nl', 'proef']
const listUnsubscribe = {
  url: 'https://raadsbriefing.example/afmelden/t0k3n',
  listId: 'herinneringen.briefings.example.nl',
}

let sign: SignMail
test.beforeAll(async () => {
  sign = await openDkim({ domain, selector, pem: key })
})

async function aReminder(): Promise<Buffer> {
  const mail = everyMail['reminder-to-answer']
  if (!mail) throw new Error('no reminder')
  return composeRaw({ ...addressed(mail), listUnsubscribe })
}

const inText = (raw: Buffer, change: (text: string) => string) => Buffer.from(change(raw.toString('latin1')), 'latin1')

for (const [name, mail] of Object.entries(everyMail)) {
  test(`${name} passes at the receiver, its own bytes untouched, and signing it again gives the same bytes`, async () => {
    const raw = await composeRaw(addressed(mail))
    const signed = await sign(raw)
    expect(checkDkim(signed, publicKey)).toBe('pass')
    expect(signed.subarray(signed.length - raw.length).equals(raw)).toBe(true)
    expect((await sign(raw)).equals(signed)).toBe(true)
    const again = await openDkim({ domain, selector, pem: key })
    expect((await again(raw)).equals(signed), 'after a restart too').toBe(true)
    const lines = signed.toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998)
  })
}

test('what a receiver relies on is signed: both fields of one-click, and that it was sent by a machine', async () => {
  const signed = await sign(await aReminder())
  expect(signedFieldNames(signed)).toEqual(
    expect.arrayContaining([
      'from',
      'reply-to',
      'subject',
      'date',
      'message-id',
      'to',
      'mime-version',
      'content-type',
      'auto-submitted',
      'list-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]),
  )
  expect(signed.toString('latin1')).toMatch(
    /^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed;\s+d=briefings\.example\.nl;/,
  )
  expect(signed.toString('latin1')).not.toMatch(/[;\s]t=\d/)
})

test('anything that is changed on the way is found', async () => {
  const signed = await sign(await aReminder())
  const finding = (change: (text: string) => string) => checkDkim(inText(signed, change), publicKey)
  expect(finding((text) => text.replace('Komt u', 'Kwam u'))).toBe('header')
  expect(finding((text) => text.replace(/To: .+/, 'To: vreemd@elders.example'))).toBe('header')
  expect(finding((text) => text.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click'))).toBe('header')
  expect(finding((text) => text.replace('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n', ''))).toBe('header')
  expect(finding((text) => text.replace('afmelden/t0k3n>', 'elders/t0k3n>'))).toBe('header')
  expect(finding((text) => text.replace('d=briefings', 'd=briefingz'))).toBe('header')
  expect(finding((text) => text.replace('Beste Ans', 'Beste Bo'))).toBe('body')
  expect(finding((text) => `${text}nog een regel\r\n`)).toBe('body')
  expect(finding((text) => text.slice(text.indexOf('Auto-Submitted')))).toBe('unsigned')
  expect(checkDkim(signed, createPublicKey(rsa(2048))), 'with another key').toBe('header')
  // What relaxed canonicalisation allows servers to do on the way.
  expect(finding((text) => text.replace('Auto-Submitted: auto', 'AUTO-SUBMITTED:   auto'))).toBe('pass')
})

test('the check itself agrees with another implementation, which signed this mail', () => {
  const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../golden/${name}`, import.meta.url)))
  const [signed, other] = [read('signed-elsewhere.eml'), createPublicKey(read('signed-elsewhere.pem').toString())]
  expect(checkDkim(signed, other)).toBe('pass')
  expect(
    checkDkim(
      inText(signed, (text) => text.replace('onderwerp dat', 'onderwerp  dat')),
      other,
    ),
  ).toBe('pass')
  expect(
    checkDkim(
      inText(signed, (text) => text.replace('onderwerp', 'Onderwerp')),
      other,
    ),
  ).toBe('header')
  expect(
    checkDkim(
      inText(signed, (text) => text.replace('slot', 'einde')),
      other,
    ),
  ).toBe('body')
})

const unusable: Record<string, { pem: () => string; says: RegExp }> = {
  'ed25519, which would silently not sign': {
    pem: () => generateKeyPairSync('ed25519').privateKey.export(pem).toString(),
    says: /soort ed25519 ondertekent niet\. Geef een RSA-sleutel/,
  },
  'an elliptic curve': {
    pem: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pem).toString(),
    says: /soort ec ondertekent niet/,
  },
  'RSA for another way of signing': {
    pem: () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey.export(pem).toString(),
    says: /soort rsa-pss ondertekent niet/,
  },
  'too short': { pem: () => rsa(1024), says: /1024 bits is te kort. Geef er een van 2048 of meer/ },
  'cut off': { pem: () => key.slice(0, 800), says: /niet te lezen/ },
  empty: { pem: () => '', says: /niet te lezen/ },
  'behind a password': {
    pem: () =>
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'geheim' })
        .toString(),
    says: /zonder wachtwoord/,
  },
  'the public half': {
    pem: () => publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    says: /niet te lezen/,
  },
}
for (const [what, { pem: bad, says }] of Object.entries(unusable)) {
  test(`a key that is ${what} is refused in a sentence`, async () => {
    const refusal = await openDkim({ domain, selector, pem: bad() }).catch((error: Error) => error)
    expect(refusal).toMatchObject({ name: 'UnusableDkimKey', message: expect.stringMatching(says) })
    expect((refusal as Error).message).not.toContain('BEGIN')
  })
}

test('a server gets the signed bytes, and the same ones again on a second try', async () => {
  const server = await startMisbehavingServer()
  const transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 2_000, sign })
  const raw = await aReminder()
  const delivery = { envelopeFrom: 'bounce+1@example.nl', recipient: 'fine@example.nl', raw, dsnId: 'a1' }
  for (const _ of ['first', 'again']) expect((await transport.send(delivery)).state).toBe('sent')
  const [first, again] = server.accepted
  expect(checkDkim(first ?? Buffer.alloc(0), publicKey)).toBe('pass')
  expect(again?.equals(first ?? Buffer.alloc(0))).toBe(true)
  transport.close()
  await server.stop()
})

test('what cannot be signed does not leave', async () => {
  const server = await startMisbehavingServer()
  const failing: SignMail = async () => {
    throw new Error('this mail was not signed')
  }
  const transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 2_000, sign: failing })
  const delivery = { envelopeFrom: 'b@example.nl', recipient: 'fine@example.nl', raw: await aReminder(), dsnId: 'a1' }
  expect((await transport.send(delivery)).state).toBe('retry')
  expect(server.accepted).toEqual([])
  transport.close()
  await server.stop()
})
