import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { answerParent } from './children.ts'

/**
 * A child that takes every mail and keeps none, as cheaply as SMTP allows (RFC 5321 without extensions), so that it weighs little on either sender.
 * It says where it listens (`port`), counts from nothing to a number (`expect`), and answers `wait` when the last of them is accepted.
 */
export async function swallowMail(): Promise<void> {
  let missing = 0
  let acceptedAll = () => {}
  let all: Promise<void> = Promise.resolve()
  const server = createServer({ noDelay: true }, (socket) =>
    converse(socket, () => {
      if (--missing === 0) acceptedAll()
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  answerParent(async ({ expect, wait }) => {
    if (typeof expect === 'number') {
      missing = expect
      all = new Promise((done) => {
        acceptedAll = done
      })
    }
    if (wait) await all
    return { at: Date.now(), port: (server.address() as { port: number }).port }
  })
}

const endOfMail = Buffer.from('\r\n.\r\n')

function converse(socket: Socket, accepted: () => void): void {
  let pending: Buffer = Buffer.alloc(0)
  let inData = false
  socket.on('error', () => socket.destroy())
  socket.write('220 sink\r\n')
  socket.on('data', (bytes: Buffer) => {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
    for (;;) {
      const terminator = inData ? endOfMail : '\r\n'
      const end = pending.indexOf(terminator)
      if (end === -1) return
      const line = pending.toString('latin1', 0, Math.min(end, 4)).toUpperCase()
      pending = pending.subarray(end + terminator.length)
      if (inData) {
        inData = false
        accepted()
        socket.write('250 taken\r\n')
      } else if (line === 'DATA') {
        inData = true
        socket.write('354 go on\r\n')
      } else if (line === 'QUIT') {
        socket.end('221 bye\r\n')
      } else {
        socket.write('250 ok\r\n')
      }
    }
  })
}
