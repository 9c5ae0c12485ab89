import { expect, test } from '@playwright/test'
import { readReply } from '#emails/reply.ts'
import { anAnswerMail } from './answer-mail.ts'

const found = async (...headers: string[]) =>
  (await readReply(anAnswerMail({ headers }), { authservId: 'mx.provincie.example' })).authentication

test('only our own mail server says who a sender is', async () => {
  expect(await found('Authentication-Results: mx.provincie.example; dmarc=pass header.from=leiderdorp.example')).toBe(
    'pass',
  )
  expect(
    await found('Authentication-Results: mx.provincie.example;\r\n dkim=none; dmarc=fail (p=none) header.from=x'),
  ).toBe('fail')
  expect(await found('Authentication-Results: mx.evil.example; dmarc=pass header.from=leiderdorp.example')).toBe('none')
  expect(await found('Authentication-Results: mx.provincie.example.evil.example; dmarc=pass')).toBe('none')
  expect(
    await found('Authentication-Results: mx.provincie.example; spf=none smtp.mailfrom="; dmarc=pass"@evil.example'),
  ).toBe('none')
  expect(await found('X-Authentication-Results: mx.provincie.example; dmarc=pass')).toBe('none')
  expect(await found()).toBe('none')
})

test('the topmost line under our name counts', async () => {
  const own = 'Authentication-Results: mx.provincie.example; dmarc='
  expect(await found(`${own}fail`, `${own}pass`)).toBe('fail')
})

test('without a DMARC finding a signature of the sender’s own domain will do', async () => {
  const signedBy = (domain: string) =>
    found(`Authentication-Results: mx.provincie.example; dkim=pass header.d=${domain}`)
  expect(await signedBy('leiderdorp.example')).toBe('pass')
  expect(await signedBy('mailings.example')).toBe('none')
  expect(await signedBy('example')).toBe('none')
})

test('without a name for our own mail server nothing counts', async () => {
  const raw = anAnswerMail({ headers: ['Authentication-Results: mx.provincie.example; dmarc=pass'] })
  expect((await readReply(raw)).authentication).toBe('none')
})
