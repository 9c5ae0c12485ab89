import type { Db } from '#db/connection.server.ts'
import { claimDueMails } from '#db/inviting/claiming.ts'
import { expect, test } from '#tests/support/database.ts'
import { someMails } from '#tests/support/outbox.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const post = (db: Db, raw: Buffer) => someMails(db, 1, now, undefined, undefined, () => raw)

// Seen to fail when the text was read back octet by octet.
test('whoever delivers a mail gets the bytes that were posted', async ({ db }) => {
  const raw = Buffer.from('To: jörg@raad.example\r\n\r\n= é 漢字 👩‍👩‍👧‍👦 \\x41 \t\r\n.')
  await post(db, raw)
  const [mail] = await claimDueMails(db, { limit: 1, leaseUntil: now.add({ minutes: 5 }) }, now)
  expect(mail?.raw.equals(raw)).toBe(true)
})

// Seen to fail without the check: the first kept every other mail from leaving.
test('what is no text is never posted', async ({ db }) => {
  await expect(post(db, Buffer.from([0x54, 0x6f, 0xf6]))).rejects.toThrow('no text')
  await expect(post(db, Buffer.from('Subject: \0\r\n'))).rejects.toThrow('no text')
})
