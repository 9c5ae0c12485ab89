import { setTimeout as sleep } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type DeliveredMail = {
  /** The bytes as they came over the line. */
  raw: string
  /** Envelope recipients: who really got it. */
  recipients: string[]
  sender: string
  subject: string
  text: string
  html: string
  parsed: ParsedMail
}

export type MailSink = {
  smtpUrl: string
  all: () => DeliveredMail[]
  to: (address: string) => DeliveredMail[]
  /** The newest mail to an address that satisfies the predicate; throws after ten seconds. */
  waitFor: (address: string, predicate?: (mail: DeliveredMail) => boolean) => Promise<DeliveredMail>
  clear: () => void
  /** Answers the next deliveries with this SMTP code instead of accepting them. */
  refuse: (times: number, code?: number) => void
  stop: () => Promise<void>
}

/** A real SMTP server on loopback that keeps what it accepts, and says so after `delayMs`. */
export async function startMailSink(delayMs: () => number = () => 0): Promise<MailSink> {
  const mails: DeliveredMail[] = []
  let refusals = { times: 0, code: 451 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, envelope, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusals.times > 0) {
          refusals.times--
          done(Object.assign(new Error('Try again'), { responseCode: refusals.code }))
          return
        }
        const bytes = Buffer.concat(chunks)
        const { rcptTo, mailFrom } = envelope.envelope
        const recipients = rcptTo.map(({ address }) => address)
        const sender = mailFrom ? mailFrom.address : ''
        simpleParser(bytes).then((parsed) => {
          const { subject = '', text = '', html } = parsed
          mails.push({ raw: bytes.toString('latin1'), recipients, sender, subject, text, html: html || '', parsed })
          const delay = delayMs()
          if (delay > 0) setTimeout(done, delay)
          else done()
        }, done)
      })
    },
  })
  // A client that is killed in the middle of a delivery is part of what we test.
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as { port: number }

  const to = (address: string) =>
    mails.filter(({ recipients }) => recipients.some((each) => each.toLowerCase() === address.toLowerCase()))
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    all: () => [...mails],
    to,
    waitFor: async (address, predicate = () => true) => {
      for (const end = Date.now() + 10_000; Date.now() < end; await sleep(25)) {
        const mail = to(address).findLast(predicate)
        if (mail) return mail
      }
      const seen = mails.map(({ recipients, subject }) => `${recipients.join(', ')}: ${subject}`)
      throw new Error(`No such mail to ${address} within 10 s. Delivered were:\n${seen.join('\n') || '(nothing)'}`)
    },
    clear: () => void mails.splice(0),
    refuse: (times, code = 451) => {
      refusals = { times, code }
    },
    stop: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** The calendar a mail carries as a file, its lines unfolded. */
export function calendarOf({ parsed }: DeliveredMail): string {
  const attachment = parsed.attachments.find(({ contentType }) => contentType === 'application/ics')
  return (attachment?.content.toString('utf8') ?? '').replaceAll(/\r?\n[ \t]/g, '')
}
