import { demoOfficers } from '#db/seed/demo/people.ts'
import type { Env } from '../env.server.ts'

/** The last thing `npm start` prints: where everything is and who to sign in as. */
export function describePortal(env: Env, facts: { wantedPort: number; mailboxAddress: string | undefined }): string {
  const lines = ['', '  Raadsbriefing staat klaar', '']
  const mailboxPort = Number(new URL(facts.mailboxAddress ?? 'http://localhost').port)
  const places = [
    { name: 'het portaal', wanted: facts.wantedPort, port: env.PORT },
    ...(facts.mailboxAddress ? [{ name: 'de postbus', wanted: env.MAILBOX_PORT, port: mailboxPort }] : []),
  ]
  for (const { name, wanted, port } of places)
    if (port !== wanted) lines.push(`  Poort ${wanted} was bezet; ${name} gebruikt nu poort ${port}.`, '')
  if (env.ROLE === 'all' || env.ROLE === 'web') lines.push(`  Portaal    ${env.BASE_URL}`)
  if (facts.mailboxAddress) lines.push(`  Postbus    ${facts.mailboxAddress}   (elke mail die het portaal verstuurt)`)
  if (env.SEED_DEMO) lines.push('', '  Aanmelden kan als:', ...demoOfficers.map(lineOf))
  lines.push('', '  Stoppen: Ctrl-C', '')
  return lines.join('\n')
}

function lineOf({ address, title }: { address: string; title: string }): string {
  return `    ${address.padEnd(36)}${title}`
}
