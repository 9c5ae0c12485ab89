import { randomBytes } from 'node:crypto'
import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const days = z.coerce.number().int().min(1).max(36_500)
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** A link is this address with a path behind it; a cookie and a form of ours belong to it alone. */
function isPlaceOfItsOwn(address: string): boolean {
  const { protocol, origin } = new URL(address)
  return /^https?:$/.test(protocol) && (address === origin || address === `${origin}/`)
}

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  ROLE: z.enum(['all', 'web', 'worker', 'intake']).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  BASE_URL: z
    .url({ abort: true })
    .refine(isPlaceOfItsOwn, 'is alleen https:// met de naam van de server, zonder pad')
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is geen adres zoals postgres://naam:wachtwoord@server:5432/database' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: 'is geen adres zoals smtp://naam:wachtwoord@server:25' })
    .optional(),
  SMTP_REQUIRE_TLS: flag.default(false),
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(5),
  SMTP_MAILS_PER_CONNECTION: z.coerce.number().int().min(1).optional(),
  SMTP_MAILS_PER_SECOND_PER_DOMAIN: z.coerce.number().min(0).max(1_000).optional(),
  OUTBOX_LEASE_SECONDS: z.coerce.number().int().min(1).default(300),
  OUTBOX_DOUBT_SECONDS: z.coerce.number().int().min(1).default(600),
  OUTBOX_JOURNAL: flag.default(true),
  MAILBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(1080),
  MAIL_DOMAIN: z
    .string()
    .regex(domain, 'is geen domein in kleine letters, zoals post.voorbeeld.nl')
    .default('briefings.example'),
  DKIM_DOMAIN: z.string().regex(domain).optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i)
    .optional(),
  DKIM_PRIVATE_KEY_PATH: z.string().optional(),
  INTAKE_LMTP_HOST: z.string().default('127.0.0.1'),
  INTAKE_LMTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  INTAKE_IMAP_URL: z
    .url()
    .regex(/^imaps?:/)
    .optional(),
  INTAKE_IMAP_TOKEN_FILE: z.string().optional(),
  INTAKE_AUTHSERV_ID: z.string().min(3).optional(),
  LINK_SECRET: z.string().min(32).optional(),
  FIRST_ADMINISTRATOR: z.email().optional(),
  DATA_DIR: z.string().default('.data'),
  SEED_DEMO: flag.optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  BRAND_LOGO_PATH: z.string().optional(),
  SECURITY_CONTACT: z.url({ protocol: /^(https|mailto)$/ }).default('mailto:beveiliging@provincie.example'),
  SECURITY_POLICY: z.url({ protocol: /^https$/ }).optional(),
  MINIMUM_NOTICE_WEEKS: z.coerce.number().int().min(0).max(26).default(3),
  OPTION_DAYS: z.coerce.number().int().min(1).max(90).default(14),
  REACTION_WORKDAYS: z.coerce.number().int().min(1).max(30).default(5),
  CO_REQUEST_WORKDAYS: z.coerce.number().int().min(1).max(60).default(10),
  RETENTION_UNCONFIRMED_DAYS: days.default(14),
  RETENTION_REGISTRATION_DAYS: days.default(28),
  RETENTION_CONTACT_DAYS: days.default(365),
  RETENTION_AUDIT_DAYS: days.default(365),
  RETENTION_MAIL_DAYS: days.default(90),
  SELECTION_CATEGORY_REQUEST: z.string().min(1).optional(),
  SELECTION_CATEGORY_SESSION: z.string().min(1).optional(),
})

/** What the province has to decide itself: no default is safe in production. */
const neededInProduction = [
  'DATABASE_URL',
  'SMTP_URL',
  'BASE_URL',
  'LINK_SECRET',
  'MAIL_DOMAIN',
  'SECURITY_CONTACT',
  'SECURITY_POLICY',
  'RETENTION_UNCONFIRMED_DAYS',
  'RETENTION_REGISTRATION_DAYS',
  'RETENTION_CONTACT_DAYS',
  'RETENTION_AUDIT_DAYS',
  'RETENTION_MAIL_DAYS',
  'SELECTION_CATEGORY_REQUEST',
  'SELECTION_CATEGORY_SESSION',
] as const

/** Signing needs all three; with one or two of them mail would leave unsigned without anybody knowing. */
const neededToSign = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY_PATH'] as const

function signingProblems(given: Record<string, string | undefined>, mailDomain: string | undefined): string[] {
  const missing = neededToSign.filter((key) => given[key] === undefined)
  if (missing.length === neededToSign.length) return []
  const domain = given.DKIM_DOMAIN
  const isAligned = !domain || !mailDomain || mailDomain === domain || mailDomain.endsWith(`.${domain}`)
  return [
    ...missing.map((key) => `${key}: ontbreekt (${neededToSign.join(', ')} horen bij elkaar)`),
    // DMARC (RFC 7489 §3.1.1) counts a signature only when its domain is that of From, or the one above it.
    ...(isAligned ? [] : ['DKIM_DOMAIN: moet MAIL_DOMAIN zijn, of het domein erboven']),
  ]
}

export type Env = Omit<z.output<typeof schema>, 'BASE_URL' | 'LINK_SECRET' | 'LOG_LEVEL' | 'SEED_DEMO'> & {
  BASE_URL: string
  LINK_SECRET: string
  /** False when LINK_SECRET is one of our own making, which the process then keeps beside the data. */
  hasOwnLinkSecret: boolean
  /** Where nobody asked for more, a terminal shows what goes wrong and a production log what happens. */
  LOG_LEVEL: NonNullable<z.output<typeof schema>['LOG_LEVEL']>
  SEED_DEMO: boolean
}

/** The environment cannot be used. `problems` names every key at once. */
export class InvalidEnvironment extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`De configuratie klopt niet:\n${problems.map((each) => `  - ${each}`).join('\n')}`)
    this.name = 'InvalidEnvironment'
    this.problems = problems
  }
}

/**
 * Environment → one typed object. Empty values count as absent.
 * @throws InvalidEnvironment naming every wrong or missing key
 */
export function parseEnvironment(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  problems.push(...signingProblems(given, parsed.data?.MAIL_DOMAIN))
  const isProduction = given.NODE_ENV === 'production'
  if (isProduction) {
    problems.push(
      ...neededInProduction.filter((key) => !(key in given)).map((key) => `${key}: ontbreekt (verplicht in productie)`),
    )
    if (given.SEED_DEMO === '1') problems.push('SEED_DEMO: het voorbeeldverhaal hoort niet in productie')
    if (given.ROLE === 'intake' && !given.INTAKE_LMTP_PORT && !given.INTAKE_IMAP_URL)
      problems.push('INTAKE_LMTP_PORT, INTAKE_IMAP_URL: zonder een van beide komt geen mail binnen')
    if (given.BASE_URL?.startsWith('http:')) problems.push('BASE_URL: moet in productie met https beginnen')
  }
  if (!parsed.success || problems.length > 0) throw new InvalidEnvironment(problems)
  const env = parsed.data
  return {
    ...env,
    BASE_URL: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    LINK_SECRET: env.LINK_SECRET ?? randomBytes(32).toString('hex'),
    hasOwnLinkSecret: env.LINK_SECRET !== undefined,
    LOG_LEVEL: env.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    SEED_DEMO: env.SEED_DEMO ?? !isProduction,
  }
}

export function readEnvironment(): Env {
  return parseEnvironment(process.env)
}
