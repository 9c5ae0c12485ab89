import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net'

export type Wire = Awaited<ReturnType<typeof wireTo>>

/** A wire to the real server that can be held (what is sent arrives nowhere, and nobody is told) or cut (nobody answers), and mended for who comes next. */
export async function wireTo(connectionString: string) {
  const { hostname, port } = new URL(connectionString)
  const sockets = new Set<Socket>()
  let isHeld = false
  const pair = (near: Socket) => {
    const far = dial(Number(port), hostname)
    const ends = [near, far] as const
    for (const [from, to] of [ends, [far, near] as const]) {
      sockets.add(from)
      from.on('data', (bytes) => to.write(bytes)).on('error', () => to.destroy())
      from.on('close', () => sockets.delete(from) && to.destroy())
    }
    if (isHeld) hush()
  }
  const hush = () => {
    for (const socket of sockets) socket.removeAllListeners('data').resume()
  }
  let wire: Server
  let at = 0
  const listen = async () => {
    wire = createServer(pair).listen(at, '127.0.0.1')
    await once(wire, 'listening')
    at = (wire.address() as AddressInfo).port
  }
  const cut = () => {
    wire.close()
    for (const socket of sockets) socket.destroy()
  }
  await listen()
  const address = new URL(connectionString)
  address.host = `127.0.0.1:${at}`
  return {
    connectionString: address.toString(),
    hold: () => {
      isHeld = true
      hush()
    },
    /** Whoever was connected when it was held hears nothing any more. */
    letGo: () => {
      isHeld = false
    },
    cut,
    mend: listen,
    stop: cut,
  }
}
