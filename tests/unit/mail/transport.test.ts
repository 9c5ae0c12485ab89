import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import type { SendResult } from '#emails/send-result.ts'
import { createTransport, type MailTransport } from '#emails/transport.server.ts'
import { type Behaviour, startMisbehavingServer } from './misbehaving-server.ts'

const raw = Buffer.from('From: a@example.nl\r\nSubject: proef\r\nMessage-ID: <1@example.nl>\r\n\r\ndag\r\n')

let server: Awaited<ReturnType<typeof startMisbehavingServer>>
let transport: MailTransport
test.beforeEach(async () => {
  server = await startMisbehavingServer()
  transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 700 })
})
test.afterEach(async () => {
  transport.close()
  await server.stop()
})

function send(behaviour: Behaviour): Promise<SendResult> {
  const recipient = `${behaviour}@example.nl`
  return transport.send({ envelopeFrom: 'bounce+1@example.nl', recipient, raw, dsnId: 'a1' })
}

const outcomes: Record<Behaviour, { state: SendResult['state']; code?: number }> = {
  fine: { state: 'sent' },
  'unknown-user': { state: 'failed', code: 550 },
  greylisted: { state: 'retry', code: 450 },
  'full-after-data': { state: 'retry', code: 451 },
  'refused-after-data': { state: 'failed', code: 554 },
  'closing-after-data': { state: 'retry', code: 421 },
  'hangup-at-rcpt': { state: 'retry' },
  'hangup-after-dot': { state: 'inDoubt' },
  'silent-after-dot': { state: 'inDoubt' },
}
for (const [behaviour, outcome] of Object.entries(outcomes)) {
  test(`a server that does "${behaviour}" leaves the mail ${outcome.state}`, async () => {
    expect(await send(behaviour as Behaviour)).toMatchObject(outcome)
  })
}

test('the bytes that arrive are the bytes that were kept', async () => {
  await send('fine')
  expect(server.accepted.map(String)).toEqual([String(raw)])
})

test('after each kind of trouble the next mail goes out, and goes out once', async () => {
  for (const behaviour of Object.keys(outcomes) as Behaviour[]) {
    await send(behaviour)
    expect(await send('fine')).toMatchObject({ state: 'sent' })
  }
  expect(server.accepted).toHaveLength(Object.keys(outcomes).length + 1)
})

test('no address of the server answer is kept', async () => {
  expect(JSON.stringify(await send('unknown-user'))).not.toContain('@')
})

test('where nobody listens nothing was sent, so it may go again', async () => {
  await server.stop()
  expect(await send('fine')).toMatchObject({ state: 'retry', code: null })
  server = await startMisbehavingServer()
})

test('a server without STARTTLS gets nothing when TLS is required', async () => {
  const strict = createTransport({ url: server.url, requireTls: true, timeoutMs: 700 })
  const result = await strict.send({ envelopeFrom: '', recipient: 'fine@example.nl', raw, dsnId: 'a1' })
  strict.close()
  expect(result.state).toBe('retry')
  expect(server.accepted).toEqual([])
})

test('a server that never greets is given up', async () => {
  const mute = createServer()
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const address = mute.address()
  const port = typeof address === 'object' ? address?.port : 0
  const patient = createTransport({ url: `smtp://127.0.0.1:${port}`, requireTls: false, timeoutMs: 300 })
  const result = await patient.send({ envelopeFrom: '', recipient: 'fine@example.nl', raw, dsnId: 'a1' })
  expect(result.state).toBe('retry')
  patient.close()
  mute.close()
})

test('a pool of five carries two hundred mails', async () => {
  const results = await Promise.all(Array.from({ length: 200 }, () => send('fine')))
  expect(new Set(results.map((result) => result.state))).toEqual(new Set(['sent']))
  expect(server.accepted).toHaveLength(200)
})

// Seen to fail without the look at it after beforeFinalDot: the mail that was told it may go again arrived all the same.
test('whoever gives up waiting hears at once: a mail without its final dot never gets it, one that has it is in doubt', async () => {
  const patient = createTransport({ url: server.url, requireTls: false, timeoutMs: 30_000 })
  const deliver = (recipient: string, beforeFinalDot?: () => Promise<void>) =>
    patient.send({ envelopeFrom: 'bounce+1@example.nl', recipient, raw, dsnId: 'a1', beforeFinalDot })
  const { promise: mayEnd, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: offered, resolve: isOffered } = Promise.withResolvers<void>()
  const held = deliver('fine@example.nl', () => {
    isOffered()
    return mayEnd
  })
  const { promise: dotted, resolve: isDotted } = Promise.withResolvers<void>()
  const silent = deliver('silent-after-dot@example.nl', async () => isDotted())
  await Promise.all([offered, dotted])
  await sleep(50)
  patient.giveUp()
  const results = await Promise.all([held, silent, deliver('fine@example.nl')])
  expect(results.map(({ state }) => state)).toEqual(['retry', 'inDoubt', 'retry'])
  letGo()
  await sleep(200)
  expect(server.accepted).toEqual([])
  patient.close()
})
