import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { capture, step } from './console.mjs'

/** What other people read calendars and keep mail with; each says that it is there by running. Tests find them by these paths. */
const peers = [
  { name: 'python-icalendar', packages: ['python3-icalendar'], sign: ['/usr/bin/python3', ['-c', 'import icalendar']] },
  {
    name: 'libical',
    packages: ['python3', 'libical3'],
    sign: ['/usr/bin/python3', ['-c', 'import ctypes; ctypes.CDLL("libical.so.3")']],
  },
  {
    name: 'dovecot',
    packages: ['dovecot-core', 'dovecot-imapd', 'dovecot-lmtpd'],
    sign: [
      '/bin/sh',
      ['-c', '/usr/sbin/dovecot --version && test -x /usr/lib/dovecot/imap -a -x /usr/lib/dovecot/lmtp'],
    ],
  },
]

/**
 * Gets the independent programs that some tests compare us with, on a Debian machine where we may install. Without them those tests still check everything
 * with our own parser, and say by name what they could not compare with.
 */
export async function findPeers() {
  const missing = await missingPeers()
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return tell(missing)
  await step('Vergelijkingsprogramma’s installeren (apt-get)', () => withoutServices(() => install(missing))).catch(
    (error) => console.log(`    ${error.message}`),
  )
  return tell(await missingPeers())
}

async function missingPeers() {
  const found = await Promise.all(peers.map(({ sign: [program, args] }) => capture(program, args, { limitMs: 20_000 })))
  return peers.filter((_, at) => found[at].code !== 0)
}

async function install(missing) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const packages = missing.flatMap((peer) => peer.packages)
  await capture('apt-get', ['update'], { env, limitMs: 120_000 })
  const args = ['install', '-y', '--no-install-recommends', ...packages]
  const { code, output } = await capture('apt-get', args, { env, limitMs: 300_000 })
  if (code !== 0) throw new Error(output.trim().split('\n').at(-1))
}

const policy = '/usr/sbin/policy-rc.d'

/** Debian starts a service when it is installed, unless this file says no. The tests start what they need themselves. */
async function withoutServices(work) {
  if (existsSync(policy)) return work()
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return await work()
  } finally {
    rmSync(policy, { force: true })
  }
}

function tell(missing) {
  for (const { name, packages } of missing)
    console.log(`  Zonder ${name}: die vergelijking valt weg (Debian: ${packages.join(' ')}).`)
}
