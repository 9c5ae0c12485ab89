import { Readable } from 'node:stream'
import MimeNode from 'nodemailer/lib/mime-node'
import SmtpPool from 'nodemailer/lib/smtp-pool'
import type { SignMail } from './dkim.server.ts'
import { classifyFailure, type SendResult } from './send-result.ts'

export type TransportOptions = {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
  url: string
  /** Refuse to send without STARTTLS. False only for a server on this machine. */
  requireTls: boolean
  connections?: number
  /** After how many mails a connection is made anew; never when left out. */
  mailsPerConnection?: number
  /** How long a silent server is waited for, in milliseconds. */
  timeoutMs?: number
  /** Puts a DKIM signature in front of every mail. */
  sign?: SignMail
}

export type Delivery = {
  /** MAIL FROM; empty for nobody. */
  envelopeFrom: string
  recipient: string
  raw: Buffer
  /** ENVID of the delivery report (RFC 3461 §4.4), letters, digits and hyphens. */
  dsnId: string
  /**
   * Called when the server has everything but the final dot, without which it delivers nothing (RFC 5321 §4.1.1.4). The dot follows when the promise
   * resolves: whoever lets one mail through at a time has one mail at most of unknown fate, whatever happens to this process.
   */
  beforeFinalDot?: () => Promise<void>
}

export type MailTransport = {
  /** How many mails it can have on their way at once. */
  connections: number
  send(delivery: Delivery): Promise<SendResult>
  /** Waits no longer for any server: mail without its final dot never gets it and may go again, mail that has it is in doubt. */
  giveUp(): void
  /** Ends idle connections; mail in flight gets its answer first. */
  close(): void
}

/**
 * A pool of kept connections: opening one costs more than ten mails. Nodemailer sets TCP_NODELAY on each of them; without it every mail would wait for
 * Nagle's timer. The pool gets the mail as it will leave, past the composer: its bytes were composed once, and taking them apart again costs as much as
 * sending them.
 */
export function createTransport(options: TransportOptions): MailTransport {
  const timeout = options.timeoutMs ?? 60_000
  const connections = options.connections ?? 5
  const pool = new SmtpPool({
    url: options.url,
    pool: true,
    maxConnections: connections,
    maxMessages: options.mailsPerConnection ?? Number.POSITIVE_INFINITY,
    requireTLS: options.requireTls,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  })
  const onTheirWay = new Set<(error: Error) => void>()
  let hasGivenUp = false
  const givenUp = () => new Error('stopping: the answer was not waited for')
  return {
    connections,
    async send({ envelopeFrom, recipient, raw, dsnId, beforeFinalDot }) {
      let body: HeldBody | undefined
      try {
        const bytes = options.sign ? await options.sign(raw) : raw
        const message = {
          getEnvelope: () => envelopeOf(envelopeFrom, recipient),
          messageId: () => dsnId,
          getHeader: () => dsnId,
          createReadStream: () => {
            body = new HeldBody(bytes, async () => {
              await beforeFinalDot?.()
              if (hasGivenUp) throw givenUp()
            })
            return body
          },
        }
        const dsn = { id: dsnId, return: 'headers', notify: ['failure', 'delay'], recipient }
        const { promise: stopped, reject: stop } = Promise.withResolvers<never>()
        if (hasGivenUp) throw givenUp()
        onTheirWay.add(stop)
        const answered = hand(pool, { data: { dsn }, message }).finally(() => onTheirWay.delete(stop))
        const { response } = await Promise.race([answered, stopped])
        return { state: 'sent', response }
      } catch (error) {
        return classifyFailure(error, body?.isWhole ?? false)
      }
    },
    giveUp: () => {
      hasGivenUp = true
      for (const stop of onTheirWay) stop(givenUp())
    },
    close: () => pool.close(),
  }
}

/** What the pool asks of a mail, and no more; its types know only what the composer makes. */
function hand(pool: SmtpPool, mail: { data: object; message: object }): Promise<{ response: string }> {
  return new Promise((sent, failed) => {
    pool.send(mail as Parameters<typeof pool.send>[0], (error, info) => (info ? sent(info) : failed(error)))
  })
}

/** The composer's rules for names of domains in other letters (RFC 5891); most need none. */
function envelopeOf(from: string, to: string) {
  const isPlain = /^[\w.+=-]*@?[\w.-]*$/.test(from) && /^[\w.+=-]+@[\w.-]+$/.test(to)
  return isPlain ? { from, to: [to] } : new MimeNode().setEnvelope({ from, to: [to] }).getEnvelope()
}

/**
 * The bytes of a mail, given when they are asked for, which is at the server's go-ahead (DATA). Holding back its end holds back the final dot: it comes
 * only when it may.
 */
class HeldBody extends Readable {
  /** The server has been given everything: from here on the fate of the mail may be unknown. */
  isWhole = false
  private readonly bytes: Buffer
  private readonly mayEnd: () => Promise<void>
  private isGiven = false

  constructor(bytes: Buffer, mayEnd: () => Promise<void>) {
    super()
    this.bytes = bytes
    this.mayEnd = mayEnd
  }

  override _read(): void {
    if (!this.isGiven) {
      this.isGiven = true
      this.push(this.bytes)
      return
    }
    const end = () => {
      this.isWhole = true
      this.push(null)
    }
    this.mayEnd().then(end, (error: Error) => void this.destroy(error))
  }
}
