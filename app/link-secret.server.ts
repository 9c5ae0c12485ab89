import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from './env.server.ts'

/** Links in mails outlive a restart and work from every process of the place: a secret that nobody chose lies beside the data it belongs to. */
export async function keepLinkSecret(env: Env): Promise<void> {
  if (env.hasOwnLinkSecret) return
  const file = path.join(env.DATA_DIR, 'link-secret')
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (kept) env.LINK_SECRET = kept
  else await writeFile(file, env.LINK_SECRET, { mode: 0o600 })
}
