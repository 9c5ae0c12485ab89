import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { readOwnAddress } from '#app/domain/inviting/bare-address.ts'
import { maxMailBytes } from './reply.ts'

/** What a door does with a mail; the use case is behind it. */
export type IntakeDesk = {
  mailDomain: string
  /** Whether a person has this plus-tag. @throws when the database does not answer */
  knowsToken: (token: string) => Promise<boolean>
  /** @throws when the mail could not be kept */
  take: (raw: Buffer, deliveredTo: string | undefined) => Promise<{ needsReview: boolean }>
  /** Something went wrong outside our own work; told without addresses. */
  onTrouble: (what: string, error: unknown) => void
}

export type LmtpDoor = { port: number; stop: () => Promise<void> }

/**
 * The door for our own mail server (LMTP, RFC 2033): each recipient gets an answer of its own. Says 550 to addresses we never gave
 * out, 552 to what is too large, and 451 while the database is away, so that the mail server keeps the mail and comes again.
 */
export async function openLmtpDoor(desk: IntakeDesk, listen: { host: string; port: number }): Promise<LmtpDoor> {
  const server = new SMTPServer({
    lmtp: true,
    name: desk.mailDomain,
    banner: 'Raadsbriefing',
    size: maxMailBytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: 50,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      acceptRecipient(desk, address).then(
        () => done(),
        (error: unknown) => done(replyTo(desk, error)),
      )
    },
    onData: (stream, session, done) => {
      readAll(stream)
        .then(async (body) => {
          if (stream.sizeExceeded) throw new Refused(552, 'Message too large')
          const raw = Buffer.concat([returnPathOf(session), body])
          const recipients = session.envelope.rcptTo.map(({ address }) => address)
          const answers: (string | Error)[] = []
          for (const recipient of recipients) {
            answers.push(
              await desk.take(raw, recipient).then(
                () => 'Kept',
                (error: unknown) => replyTo(desk, error),
              ),
            )
          }
          return answers
        })
        // Its types know one answer for all; LMTP gives one for each.
        .then(
          (answers) => done(null, answers as unknown as string),
          (error: unknown) => done(replyTo(desk, error)),
        )
    },
  })
  server.on('error', (error) => desk.onTrouble('lmtp', error))
  await new Promise<void>((ready, failed) => {
    server.server.once('error', failed)
    server.listen(listen.port, listen.host, () => {
      server.server.off('error', failed)
      ready()
    })
  })
  const { port } = server.server.address() as { port: number }
  return { port, stop: () => new Promise((closed) => server.close(() => closed())) }
}

/** A refusal with its SMTP reply code (RFC 5321 §4.2.3). */
class Refused extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

async function acceptRecipient(desk: IntakeDesk, address: string): Promise<void> {
  const own = readOwnAddress(address, desk.mailDomain)
  if (!own) throw new Refused(550, 'No such mailbox here')
  if (own.box === 'rsvp' && own.token !== undefined && !(await desk.knowsToken(own.token)))
    throw new Refused(550, 'No such mailbox here')
}

/** Whatever is not the sender's fault passes: the mail server tries again. */
function replyTo(desk: IntakeDesk, error: unknown): Refused {
  if (error instanceof Refused) return error
  desk.onTrouble('lmtp', error)
  return new Refused(451, 'Cannot keep mail now, try again later')
}

/** Whoever delivers a mail writes the sender of its envelope on top (RFC 5321 §4.4). */
function returnPathOf({ envelope: { mailFrom } }: SMTPServerSession): Buffer {
  return Buffer.from(`Return-Path: <${mailFrom ? mailFrom.address : ''}>\r\n`)
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  // What is too large is read to its end, so that the answer can be given, and not kept.
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
