import { readFile } from 'node:fs/promises'
import { openDkim, type SignMail, UnusableDkimKey } from '#emails/dkim.server.ts'
import { type Env, InvalidEnvironment } from '../env.server.ts'

/**
 * What signs the mail of this process; undefined when none was asked for. Tried out at once, so that a key that cannot sign is found now and not by a receiver.
 * @throws InvalidEnvironment
 */
export async function openMailSigning(env: Env): Promise<SignMail | undefined> {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY_PATH: path } = env
  if (domain === undefined || selector === undefined || path === undefined) return undefined
  const refuse = (why: string) => new InvalidEnvironment([`DKIM_PRIVATE_KEY_PATH: ${why}`])
  const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw refuse(`het bestand met de sleutel is niet te openen (${error.code})`)
  })
  return openDkim({ domain, selector, pem }).catch((error: Error) => {
    throw error instanceof UnusableDkimKey ? refuse(error.message) : error
  })
}
