import { createServer, type Server, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { deliverMails, openMailOffice } from '#app/use-cases/inviting/deliver-mails.ts'
import type { Db } from '#db/connection.server.ts'
import { createTransport } from '#emails/transport.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { someMails } from '#tests/support/outbox.ts'

const start = Temporal.Instant.from('2026-11-24T09:00:00Z')
const pace = { lease: Temporal.Duration.from({ minutes: 5 }), doubt: Temporal.Duration.from({ minutes: 10 }) }

type Conversation = {
  greeting?: string
  extensions?: string[]
  /** What is answered to a command that begins with this; `hang` says nothing, `close` hangs up. */
  answers?: Record<string, string>
  afterDot?: string
}

/** A server on loopback that says exactly what it is told to, and keeps every body whose end it saw. */
async function startServer() {
  let conversation: Conversation = {}
  const bodies: string[] = []
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const converse = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    const say = (answer: string) => {
      if (answer === 'close') socket.destroy()
      else if (answer !== 'hang') socket.write(`${answer}\r\n`)
    }
    say(conversation.greeting ?? '220 proef')
    let pending = ''
    let inData = false
    socket.setEncoding('latin1').on('data', (text: string) => {
      pending += text
      for (;;) {
        const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end === -1) return
        const line = pending.slice(0, end)
        pending = pending.slice(end + (inData ? 5 : 2))
        if (inData) {
          inData = false
          bodies.push(`${line}\r\n`.replace(/\r\n\./g, '\r\n'))
          say(conversation.afterDot ?? '250 taken')
          continue
        }
        commands.push(line)
        const set = Object.entries(conversation.answers ?? {}).find(([begin]) => line.startsWith(begin))
        if (set) say(set[1])
        else if (line.startsWith('EHLO'))
          say(
            ['proef', ...(conversation.extensions ?? [])]
              .map((each, at, all) => `250${at === all.length - 1 ? ' ' : '-'}${each}`)
              .join('\r\n'),
          )
        else if (line === 'DATA') {
          inData = true
          say('354 go on')
        } else say('250 ok')
      }
    })
  }
  const server: Server = createServer({ noDelay: true }, converse)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    bodies,
    commands,
    behave: (next: Conversation) => {
      conversation = next
      for (const socket of sockets) socket.destroy()
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const theMail = (db: Db) =>
  db.selectFrom('posted_mail').select(['state', 'attempts', 'doubts', 'raw', 'smtp_code']).executeTakeFirstOrThrow()

type Mode = Conversation & { state: string; code: number | null; seen?: number; requireTls?: boolean }

const modes: Record<string, Mode> = {
  'refuses the recipient for now': { answers: { RCPT: '450 4.7.1 later' }, state: 'pending', code: 450 },
  'has no room after the mail': { afterDot: '451 4.3.0 disk full', state: 'pending', code: 451, seen: 1 },
  'is closing after the mail': { afterDot: '421 4.3.2 closing', state: 'pending', code: 421, seen: 1 },
  'hangs up at the recipient': { answers: { RCPT: 'close' }, state: 'pending', code: null },
  'says nothing at the recipient': { answers: { RCPT: 'hang' }, state: 'pending', code: null },
  'does not greet': { greeting: 'hang', state: 'pending', code: null },
  'is not at home': { greeting: '421 4.3.2 not now', state: 'pending', code: 421 },
  'hangs up after the final dot': { afterDot: 'close', state: 'inDoubt', code: null, seen: 1 },
  'says nothing after the final dot': { afterDot: 'hang', state: 'inDoubt', code: null, seen: 1 },
  'drops TLS after offering it': {
    extensions: ['STARTTLS'],
    answers: { STARTTLS: 'close' },
    state: 'pending',
    code: null,
  },
  'speaks no TLS after all': {
    extensions: ['STARTTLS'],
    answers: { STARTTLS: '220 go' },
    state: 'pending',
    code: null,
  },
  'offers no TLS where it is required': { requireTls: true, state: 'pending', code: null },
}

for (const [name, { state, code, seen = 0, requireTls = false, ...conversation }] of Object.entries(modes)) {
  test(`a server that ${name} leaves the mail ${state}, and the same bytes arrive once it behaves`, async ({ db }) => {
    const server = await startServer()
    server.behave(conversation)
    await someMails(db, 1, start)
    const posted = (await theMail(db)).raw.toString('latin1')
    const strict = createTransport({ url: server.url, requireTls, timeoutMs: 400 })
    await deliverMails(db, openMailOffice(db, strict, pace), () => start)
    strict.close()
    const doubts = state === 'inDoubt' ? 1 : 0
    expect(await theMail(db)).toMatchObject({ state, attempts: 1, doubts, smtp_code: code })
    expect(server.bodies).toHaveLength(seen)

    server.behave({})
    const transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 5_000 })
    const office = openMailOffice(db, transport, pace)
    await deliverMails(db, office, () => start.add({ seconds: 30 }))
    expect(server.bodies, 'not before its time').toHaveLength(seen)
    await deliverMails(db, office, () => start.add({ minutes: 10 }))
    await deliverMails(db, office, () => start.add({ minutes: 20 }))
    transport.close()
    expect(await theMail(db)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(server.bodies).toEqual(Array.from({ length: seen + 1 }, () => posted))
    await server.stop()
  })
}

test('a server that refuses for good leaves the mail failed, and it is not offered again', async ({ db }) => {
  const server = await startServer()
  server.behave({ answers: { RCPT: '550 5.1.1 unknown' } })
  await someMails(db, 1, start)
  const transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 5_000 })
  const office = openMailOffice(db, transport, pace)
  await deliverMails(db, office, () => start)
  expect(await theMail(db)).toMatchObject({ state: 'failed', attempts: 1, smtp_code: 550 })
  server.behave({})
  await deliverMails(db, office, () => start.add({ hours: 40 }))
  expect(server.bodies).toEqual([])
  transport.close()
  await server.stop()
})

test('a server that keeps hanging up after the dot gets the same bytes three times in all, then staff hear of it', async ({
  db,
}) => {
  const server = await startServer()
  server.behave({ afterDot: 'close' })
  await someMails(db, 1, start)
  const transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 5_000 })
  const office = openMailOffice(db, transport, pace)
  for (const minutes of [0, 10, 20, 30, 40]) await deliverMails(db, office, () => start.add({ minutes }))
  expect(await theMail(db)).toMatchObject({ state: 'failed', attempts: 3 })
  expect(server.bodies).toHaveLength(3)
  expect(new Set(server.bodies).size).toBe(1)
  transport.close()
  await server.stop()
})

test('who asked for the mail and what to report is told to a server that understands it, and to no other', async ({
  db,
}) => {
  const server = await startServer()
  const transport = createTransport({ url: server.url, requireTls: false, timeoutMs: 5_000 })
  const office = openMailOffice(db, transport, pace)
  const said = async (extensions: string[]) => {
    server.behave({ extensions })
    server.commands.splice(0)
    await someMails(db, 1, start)
    await deliverMails(db, office, () => start)
    const { id, recipient } = await db
      .selectFrom('outbox')
      .select(['id', 'recipient'])
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow()
    return { id, recipient, lines: server.commands.filter((line) => /^(MAIL|RCPT)/.test(line)) }
  }
  const plain = await said([])
  expect(plain.lines).toEqual([`MAIL FROM:<bounce+${plain.id}@briefings.example>`, `RCPT TO:<${plain.recipient}>`])
  const { id, recipient, lines } = await said(['DSN'])
  expect(lines).toEqual([
    `MAIL FROM:<bounce+${id}@briefings.example> RET=HDRS ENVID=${id}`,
    `RCPT TO:<${recipient}> NOTIFY=FAILURE,DELAY ORCPT=rfc822;${recipient}`,
  ])
  transport.close()
  await server.stop()
})

test('a server with a certificate that nobody vouches for gets nothing', async ({ db }) => {
  const accepted: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH'],
    logger: false,
    onData(stream, _smtp, done) {
      accepted.push('mail')
      stream.on('end', () => done()).resume()
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { port: number }
  await someMails(db, 1, start)
  const transport = createTransport({ url: `smtp://127.0.0.1:${port}`, requireTls: true, timeoutMs: 5_000 })
  await deliverMails(db, openMailOffice(db, transport, pace), () => start)
  expect(await theMail(db)).toMatchObject({ state: 'pending', attempts: 1, doubts: 0 })
  expect(accepted).toEqual([])
  transport.close()
  await new Promise<void>((closed) => server.close(() => closed()))
})
