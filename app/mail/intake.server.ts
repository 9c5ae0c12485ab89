import { readFile } from 'node:fs/promises'
import { listUnprocessedMail } from '#db/inviting/inbox.ts'
import { knowsCalendarToken } from '#db/inviting/reply-context.ts'
import { type IntakeDesk, type LmtpDoor, openLmtpDoor } from '#emails/intake.server.ts'
import { openImapDoor } from '#emails/intake-imap.server.ts'
import type { Context } from '../context.server.ts'
import { largeMailInTurn } from '../use-cases/inviting/large-mail-in-turn.ts'
import { openMailRoom, processLeftover, type TakenIn } from '../use-cases/inviting/take-in-mail.ts'
import { cannotListen } from '../web/free-port.server.ts'

const leftoverMinutes = 1
const leftoversAtOnce = 100

export type Intake = { lmtpPort: number | undefined; stop: () => Promise<void> }

/** Opens the doors that the environment names and finishes what an earlier process left behind. */
export async function startIntake(context: Context): Promise<Intake> {
  const { env, db } = context
  const takeIn = largeMailInTurn(openMailRoom(db, context.site))
  const lmtp =
    env.INTAKE_LMTP_PORT === undefined
      ? undefined
      : await openLmtpAt(deskAt(context, 'lmtp', takeIn), { host: env.INTAKE_LMTP_HOST, port: env.INTAKE_LMTP_PORT })
  const tokenFile = env.INTAKE_IMAP_TOKEN_FILE
  const imap =
    env.INTAKE_IMAP_URL === undefined
      ? undefined
      : openImapDoor(deskAt(context, 'imap', takeIn), {
          url: env.INTAKE_IMAP_URL,
          accessToken: tokenFile === undefined ? undefined : async () => (await readFile(tokenFile, 'utf8')).trim(),
        })
  const finish = async () => {
    for (const inboxId of await listUnprocessedMail(db, leftoversAtOnce)) {
      const { INTAKE_AUTHSERV_ID: authservId } = env
      tell(context, await processLeftover(db, context.site, { inboxId, authservId }, context.now()))
    }
  }
  const finishQuietly = () => finish().catch((error) => tellTrouble(context, 'leftovers', error))
  await finishQuietly()
  const timer = setInterval(() => void finishQuietly(), leftoverMinutes * 60_000)
  return {
    lmtpPort: lmtp?.port,
    stop: async () => {
      clearInterval(timer)
      await Promise.all([lmtp?.stop(), imap?.stop()])
    },
  }
}

/** @throws InvalidEnvironment when somebody else listens there, or nobody can */
function openLmtpAt(desk: IntakeDesk, listen: { host: string; port: number }): Promise<LmtpDoor> {
  return openLmtpDoor(desk, listen).catch((error: NodeJS.ErrnoException) => {
    throw cannotListen('INTAKE_LMTP_HOST, INTAKE_LMTP_PORT', listen, error.code ?? error.message)
  })
}

function deskAt(context: Context, door: 'lmtp' | 'imap', takeIn: ReturnType<typeof openMailRoom>): IntakeDesk {
  const { db, site, env, now } = context
  return {
    mailDomain: site.mailDomain,
    knowsToken: (token) => knowsCalendarToken(db, token),
    take: async (raw, deliveredTo) => {
      const envelope = { door, deliveredTo, authservId: env.INTAKE_AUTHSERV_ID }
      const taken = await takeIn({ raw, envelope, at: now() })
      tell(context, taken)
      return { needsReview: taken.verdict?.state === 'review' || taken.outcome === 'failed' }
    },
    onTrouble: (what, error) => tellTrouble(context, what, error),
  }
}

/** What was decided, without who or what was in it. */
function tell({ log }: Context, { inboxId, outcome, verdict, error }: TakenIn): void {
  const { finding, decision, reason } = verdict ?? {}
  if (outcome === 'failed') log.error({ inboxId, code: codeOf(error) }, 'a mail could not be processed')
  else log.info({ inboxId, outcome, finding, decision, reason }, 'mail taken in')
}

function tellTrouble({ log }: Context, what: string, error: unknown): void {
  log.warn({ what, code: codeOf(error) }, 'mail intake')
}

/** Messages of servers hold addresses; their codes do not. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: string }
  return typeof code === 'string' ? code : (name ?? 'unknown')
}
