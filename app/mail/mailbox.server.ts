import path from 'node:path'
import { MailDev } from 'maildev'
import { nextFreePort } from '../web/free-port.server.ts'

export type Mailbox = { smtpUrl: string; address: string; stop: () => Promise<void> }

/** MailDev writes in English where it listens, also when it is told to be silent; `npm start` says it in its own words. */
async function withoutInfo(start: () => Promise<unknown>): Promise<void> {
  const { info } = console
  console.info = () => {}
  try {
    await start()
  } finally {
    console.info = info
  }
}

/** The mailbox of a machine without SMTP_URL: a real SMTP server that keeps every mail, with a page to read them. Never leaves this machine. */
export async function startMailbox(dataDir: string, wantedPort: number): Promise<Mailbox> {
  const web = await nextFreePort(wantedPort, '127.0.0.1')
  const smtp = await nextFreePort(1025, '127.0.0.1')
  const maildev = new MailDev({
    smtp,
    ip: '127.0.0.1',
    web,
    webIp: '127.0.0.1',
    mailDirectory: path.resolve(dataDir, 'mail'),
    maxEmails: 2_000,
    silent: true,
  })
  await withoutInfo(() => maildev.start())
  return { smtpUrl: `smtp://127.0.0.1:${smtp}`, address: `http://localhost:${web}`, stop: () => maildev.stop() }
}
