import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { accessibilityStatement } from '#app/domain/overseeing/accessibility-statement.ts'
import { InvalidEnvironment, parseEnvironment } from '#app/env.server.ts'
import { networkOf } from '#app/web/client-network.server.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://db.example/raadsbriefing',
  SMTP_URL: 'smtp://mail.example:25',
  BASE_URL: 'https://raadsbriefing.example',
  LINK_SECRET: 'x'.repeat(32),
  MAIL_DOMAIN: 'briefings.example',
  SECURITY_CONTACT: 'mailto:veilig@raadsbriefing.example',
  SECURITY_POLICY: 'https://provincie.example/melden',
  RETENTION_UNCONFIRMED_DAYS: '14',
  RETENTION_REGISTRATION_DAYS: '28',
  RETENTION_CONTACT_DAYS: '365',
  RETENTION_AUDIT_DAYS: '365',
  RETENTION_MAIL_DAYS: '90',
  SELECTION_CATEGORY_REQUEST: 'voorbeeld',
  SELECTION_CATEGORY_SESSION: 'voorbeeld',
}

function problemsOf(source: Record<string, string>): string[] {
  try {
    parseEnvironment(source)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidEnvironment)
    return (error as InvalidEnvironment).problems
  }
}

test('a developer needs to set nothing', () => {
  const env = parseEnvironment({})
  expect(env).toMatchObject({
    PORT: 3000,
    BASE_URL: 'http://localhost:3000',
    ROLE: 'all',
    LOG_LEVEL: 'warn',
    SEED_DEMO: true,
  })
  expect(env.LINK_SECRET.length).toBeGreaterThanOrEqual(32)
})

test('.env.example lists every key, and no other', () => {
  // Seen to fail with CONTACT_TEXT, which nothing read, on one side only.
  const keysIn = (path: string, line: RegExp) =>
    [...readFileSync(path, 'utf8').matchAll(line)].map(([, key]) => key).sort()
  const listed = keysIn('.env.example', /^([A-Z_]+)=/gm)
  expect(listed.length).toBeGreaterThan(30)
  expect(keysIn('app/env.server.ts', /^ {2}([A-Z_]+): (?:z|flag|days)\b/gm)).toEqual(listed)
})

test('production names every missing key at once', () => {
  const problems = problemsOf({ NODE_ENV: 'production' }).join('\n')
  for (const key of Object.keys(production).filter((key) => key !== 'NODE_ENV')) expect(problems).toContain(key)
})

test('production starts when everything is there, and never with the demo story or without https', () => {
  expect(problemsOf(production)).toEqual([])
  expect(parseEnvironment(production)).toMatchObject({ LOG_LEVEL: 'info', SEED_DEMO: false })
  expect(problemsOf({ ...production, SEED_DEMO: '1' }).join()).toContain('SEED_DEMO')
  expect(problemsOf({ ...production, BASE_URL: 'http://raadsbriefing.example' }).join()).toContain('BASE_URL')
})

test('signing needs domain, selector and key together, for the domain of the sender', () => {
  const signing = { DKIM_DOMAIN: 'briefings.example', DKIM_SELECTOR: 'a1', DKIM_PRIVATE_KEY_PATH: '/geheim/dkim.pem' }
  expect(problemsOf(signing)).toEqual([])
  expect(problemsOf({ ...signing, DKIM_DOMAIN: 'example.nl', MAIL_DOMAIN: 'briefings.example.nl' })).toEqual([])
  expect(problemsOf({ ...signing, DKIM_DOMAIN: 'ings.example' }).join()).toContain('DKIM_DOMAIN: moet MAIL_DOMAIN zijn')
  for (const key of Object.keys(signing)) {
    const problems = problemsOf({ ...signing, [key]: '' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${key}: ontbreekt`))
  }
})

test('an empty value counts as absent, a wrong one is named', () => {
  expect(parseEnvironment({ PORT: '' }).PORT).toBe(3000)
  expect(problemsOf({ PORT: 'drieduizend', ROLE: 'cook' }).join('\n')).toMatch(/PORT[\s\S]*ROLE|ROLE[\s\S]*PORT/)
})

// Seen to be taken for right, and then to start, to fail in the middle of the start, or to make links that nobody can open.
test('an address that leads nowhere is named before anything starts, without what it holds', () => {
  const wrong = {
    DATABASE_URL: ['postgres geheim', 'postgresgeheim', 'mysql://geheim@server/portaal'],
    SMTP_URL: ['smtp', 'smtps:/geheim', 'smtp://naam:geheim@server:99999'],
    BASE_URL: [
      'briefings.nl',
      'https://briefings.nl/geheim',
      'https://briefings.nl/?geheim',
      'ftp://briefings.nl',
      'https://u:geheim@briefings.nl',
    ],
    MAIL_DOMAIN: ['https://geheim.nl', 'geheim', 'een twee.nl', 'Geheim.nl'],
    SECURITY_CONTACT: ['geheim@zh.example', 'javascript:geheim'],
    FIRST_ADMINISTRATOR: ['geheim'],
  }
  for (const [key, values] of Object.entries(wrong))
    for (const value of values) {
      const problems = problemsOf({ ...production, [key]: value })
      expect(problems, value).toHaveLength(1)
      expect(problems[0]).toMatch(new RegExp(`^${key}: `))
      expect(problems[0]).not.toMatch(/geheim/i)
    }
})

// Seen to start, and to take in nothing.
test('in production a process for incoming mail needs a door', () => {
  expect(problemsOf({ ...production, ROLE: 'intake' }).join()).toContain('INTAKE_LMTP_PORT, INTAKE_IMAP_URL')
  expect(problemsOf({ ...production, ROLE: 'intake', INTAKE_LMTP_PORT: '2525' })).toEqual([])
  expect(problemsOf({ ...production, ROLE: 'intake', INTAKE_IMAP_URL: 'imaps://naam:w@server/INBOX' })).toEqual([])
})

test('an address of a socket, of IPv6, or with a slash at its end is one', () => {
  const right = {
    DATABASE_URL: ['postgres:///portaal?host=/run/postgresql', 'postgresql://naam:p%40ss@server:5432/portaal'],
    SMTP_URL: ['smtp://[::1]:25', 'smtps://naam%40zh.example:p@server'],
    BASE_URL: ['https://briefings.nl/', 'https://briefings.nl:8443'],
  }
  for (const [key, values] of Object.entries(right))
    for (const value of values) expect(problemsOf({ ...production, [key]: value }), value).toEqual([])
})

test('a network is a neighbourhood, never one address', () => {
  expect(networkOf('192.0.2.77')).toBe('192.0.2.0/24')
  expect(networkOf('::ffff:192.0.2.77')).toBe('192.0.2.0/24')
  expect(networkOf('2001:db8:12:34::1')).toBe('2001:db8:12::/48')
  expect(networkOf('2001:0db8:0012::1')).toBe('2001:db8:12::/48')
  expect(networkOf('::1')).toBe('0:0:0::/48')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0::/48')
  expect(networkOf('')).toBe('unknown')
})

test('the accessibility statement was looked at within a year', () => {
  const days = accessibilityStatement.updatedOn.until(Temporal.Now.plainDateISO('Europe/Amsterdam'), {
    largestUnit: 'day',
  }).days
  expect(days).toBeLessThanOrEqual(accessibilityStatement.looksAgainWithinDays)
})
