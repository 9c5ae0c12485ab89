import { createTransport } from 'nodemailer'
import pg from 'pg'
import { answerParent } from './children.ts'

type Mail = { envelope: { from: string; to: string[] }; raw: Buffer }

/** A child that sends mails it already holds, over a pool of five connections, and does nothing else: no database, no retry, no record. */
export async function sendBare(): Promise<void> {
  const [, , , port = '', connectionString = ''] = process.argv
  const pool = createTransport({
    host: '127.0.0.1',
    port: Number(port),
    pool: true,
    maxConnections: 5,
    ignoreTLS: true,
  })
  let mails: Mail[] = []
  answerParent(async ({ load }) => {
    if (typeof load === 'string') mails = await mailsOf(connectionString, load)
    else await Promise.all(mails.map((mail) => pool.sendMail(mail)))
    return { count: mails.length }
  })
}

/** The same bytes to the same people as the portal sent about this evening. */
async function mailsOf(connectionString: string, briefingSessionId: string): Promise<Mail[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ envelope_from: string; recipient: string; raw: Buffer }>(
    'select envelope_from, recipient, raw from outbox where briefing_session_id = $1 order by position',
    [briefingSessionId],
  )
  await client.end()
  return rows.map((row) => ({ envelope: { from: row.envelope_from, to: [row.recipient] }, raw: row.raw }))
}
