import { createServer } from 'node:net'
import { InvalidEnvironment } from '../env.server.ts'

/**
 * The first port at or above `wanted` that nobody listens on; 0 stays 0 (the system picks).
 * @throws InvalidEnvironment when the address is not one of this machine, or the port is not for us
 */
export async function nextFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) {
    const refused = port === 0 ? undefined : await refusalAt(port, host)
    if (refused === undefined) return port
    if (refused !== 'EADDRINUSE') throw cannotListen('HOST, PORT', { port, host }, refused)
  }
  throw new Error(`no free port between ${wanted} and ${wanted + 49}`)
}

/**
 * A proxy knows one address: whoever runs a portal for others has to hear that something else is there.
 * @throws InvalidEnvironment
 */
export async function assertFreePort(port: number, host: string): Promise<void> {
  const refused = port === 0 ? undefined : await refusalAt(port, host)
  if (refused !== undefined) throw cannotListen('HOST, PORT', { port, host }, refused)
}

/** `keys` are those that say where, `code` is what the system answered. */
export function cannotListen(keys: string, { host, port }: { host: string; port: number }, code: string): Error {
  const why = code === 'EADDRINUSE' ? 'is al in gebruik' : `is niet te openen (${code})`
  return new InvalidEnvironment([`${keys}: ${host}:${port} ${why}`])
}

function refusalAt(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}
