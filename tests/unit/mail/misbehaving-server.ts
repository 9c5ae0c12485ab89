import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** How a server may treat the mail to `<behaviour>@example.nl`: the recipient says what goes wrong. */
export type Behaviour =
  | 'fine'
  | 'unknown-user'
  | 'greylisted'
  | 'full-after-data'
  | 'refused-after-data'
  | 'closing-after-data'
  | 'hangup-at-rcpt'
  | 'hangup-after-dot'
  | 'silent-after-dot'

type Reply = { responseCode: number; text: string }
const atRecipient: Partial<Record<Behaviour, Reply>> = {
  'unknown-user': { responseCode: 550, text: '5.1.1 <unknown-user@example.nl> unknown' },
  greylisted: { responseCode: 450, text: '4.7.1 come back later' },
}
const afterData: Partial<Record<Behaviour, Reply>> = {
  'full-after-data': { responseCode: 451, text: '4.3.0 disk full' },
  'refused-after-data': { responseCode: 554, text: '5.7.1 refused' },
  'closing-after-data': { responseCode: 421, text: '4.3.2 closing' },
}

/** A real SMTP server on the loopback that misbehaves on request, and keeps what it accepted. */
export async function startMisbehavingServer() {
  const accepted: Buffer[] = []
  const sockets = new Set<{ destroy(): void; remotePort?: number | undefined }>()
  const hangUp = (port: number) => {
    for (const socket of sockets) if (socket.remotePort === port) socket.destroy()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, smtp, callback) {
      const behaviour = behaviourOf(address)
      if (behaviour === 'hangup-at-rcpt') return hangUp(smtp.remotePort)
      callback(asError(atRecipient[behaviour]))
    },
    onData(stream, smtp, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const behaviour = behaviourOf(smtp.envelope.rcptTo[0]?.address ?? '')
        if (behaviour === 'hangup-after-dot') return hangUp(smtp.remotePort)
        if (behaviour === 'silent-after-dot') return
        if (!afterData[behaviour]) accepted.push(Buffer.concat(chunks))
        callback(asError(afterData[behaviour]))
      })
    },
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function behaviourOf(address: string): Behaviour {
  return address.split('@')[0] as Behaviour
}

function asError(reply: Reply | undefined): (Error & { responseCode: number }) | null {
  return reply ? Object.assign(new Error(reply.text), { responseCode: reply.responseCode }) : null
}
