import { demoOfficers } from '#db/seed/demo/people.ts'
import type { Env } from '../env.server.ts'

/** The last thing `npm start` prints: where everything is and who to sign in as. */
export function describePortal(env: Env, facts: { wantedPort: number; mailboxAddress: string | undefined }): string {
  const lines = ['', '  Raadsbriefing staat klaar', '']
  if (env.PORT !== facts.wantedPort)
    lines.push(`  Poort ${facts.wantedPort} was bezet; het portaal gebruikt nu poort ${env.PORT}.`, '')
  if (env.ROLE === 'all' || env.ROLE === 'web') lines.push(`  Portaal    ${env.BASE_URL}`)
  if (facts.mailboxAddress) lines.push(`  Postbus    ${facts.mailboxAddress}   (elke mail die het portaal verstuurt)`)
  if (env.SEED_DEMO) lines.push('', '  Aanmelden kan als:', ...demoOfficers.map(lineOf))
  lines.push('', '  Stoppen: Ctrl-C', '')
  return lines.join('\n')
}

function lineOf({ address, title }: { address: string; title: string }): string {
  return `    ${address.padEnd(36)}${title}`
}
