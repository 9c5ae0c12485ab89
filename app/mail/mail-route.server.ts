import type { TransportOptions } from '#emails/transport.server.ts'
import type { Env } from '../env.server.ts'

export type MailRoute = { transport: TransportOptions; spacing: Temporal.Duration | undefined }

/** How mail leaves for this server: one on this machine keeps its own queue and gets all at once, any other is spared. */
export function mailRoute(env: Env, smtpUrl: string): MailRoute {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(smtpUrl).hostname)
  const perSecond = env.SMTP_MAILS_PER_SECOND_PER_DOMAIN ?? (isHere ? 0 : 5)
  return {
    transport: {
      url: smtpUrl,
      requireTls: env.SMTP_REQUIRE_TLS,
      connections: env.SMTP_CONNECTIONS,
      mailsPerConnection: env.SMTP_MAILS_PER_CONNECTION ?? (isHere ? undefined : 100),
      timeoutMs: 30_000,
    },
    spacing: perSecond > 0 ? Temporal.Duration.from({ milliseconds: Math.ceil(1_000 / perSecond) }) : undefined,
  }
}
