import { createServer } from 'node:net'

/** The first port at or above `wanted` that nobody listens on; 0 stays 0 (the system picks). */
export async function nextFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) if (port === 0 || (await isFree(port, host))) return port
  throw new Error(`no free port between ${wanted} and ${wanted + 49}`)
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
