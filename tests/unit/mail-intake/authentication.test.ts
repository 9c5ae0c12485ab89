import { expect, test } from '@playwright/test'
import { readReply } from '#emails/reply.ts'
import { readAuthentication } from '#emails/reply-authentication.ts'
import { anAnswerMail, ans } from './answer-mail.ts'

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

test('what a sender can have our mail server quote is no finding', async () => {
  const own = 'Authentication-Results: mx.provincie.example; '
  for (const quoted of [
    'spf=none (sender (mx) ; dmarc=pass ) smtp.mailfrom=evil.example',
    'spf=none (said "hello) smtp.mailfrom="x; dmarc=pass"@evil.example',
    'spf=none (an end \\) ; dmarc=pass ) smtp.mailfrom=evil.example',
    // A whole local part: every sign in it may stand there without quotes (RFC 5322 §3.2.3).
    'dkim=pass header.i=header.d=leiderdorp.example@evil.example header.d=evil.example',
    'dkim=pass header.i="x header.d=leiderdorp.example"@evil.example header.d=evil.example',
    'dkim=pass header.d=evil.example header.d=leiderdorp.example',
    'spf=pass smtp.mailfrom=dmarc=pass@evil.example',
  ])
    expect(await found(`${own}${quoted}; dmarc=none`), quoted).toBe('none')
  expect(
    await found(`${own}spf=none (a ( b ) c) smtp.mailfrom=x; dmarc=pass (p=none) header.from=LEIDERDORP.example`),
  ).toBe('pass')
  expect(await found(`${own}spf=none (never closed; dmarc=pass`)).toBe('none')
  expect(await found(`${own}dkim = pass (2048-bit key) header.d = leiderdorp.example header.s=a`)).toBe('pass')
  expect(await found(`Authentication-Results: mx.provincie.example 1; dmarc=pass`)).toBe('pass')
})

const ours = 'mx.provincie.example'
const says = (finding: string, from: string | undefined = ans) =>
  readAuthentication([`${ours}; ${finding}`], ours, from)

test('what is quoted, in a comment or cut off is no finding, however exactly it is written as one', () => {
  for (const finding of [
    'spf=none smtp.mailfrom="; dmarc=pass "@evil.example',
    'spf=none smtp.mailfrom="a\\"; dmarc=pass "@evil.example',
    'spf=none ) (said ; dmarc=pass ) smtp.mailfrom=evil.example',
    'dkim=fail header.d=leiderdorp.example',
    'dkim=pass header.s=header.d=leiderdorp.example',
    'dkim=pass header.d=leiderdorp.example@evil.example',
    'dkim=pass header.d=leiderdorp.example header.d=evil.example',
    'dkim=pass header.d="x"leiderdorp.example',
    'dkim=pass header.d=leiderdorp.example "never closed',
    'dkim=pass header.d=leiderdorp.example (never closed',
    'dmarc=pass Header.From=evil.example',
  ])
    expect(says(finding), finding).toBe('none')
})

test('a finding counts in every way our mail server may write it', () => {
  for (const finding of [
    'spf=none smtp.mailfrom="a b"@evil.example; dmarc=pass',
    'DMARC=Pass header.from=leiderdorp.example',
    '\tdmarc=pass\theader.from=leiderdorp.example',
    'dmarc=(by policy)pass',
    'dmarc=pass(p=none)header.from=leiderdorp.example',
    'dkim=pass Header.D=leiderdorp.example',
    'dkim=pass header.d=Leiderdorp.Example.',
  ])
    expect(says(finding), finding).toBe('pass')
  expect(readAuthentication([`${ours.toUpperCase()}; dmarc=pass`], ours, ans)).toBe('pass')
  expect(readAuthentication([`${ours}; dmarc=pass`], ours.toUpperCase(), ans)).toBe('pass')
})

test('a signature of the domain above the sender’s is hers, one that only looks like it is not', () => {
  const signed = 'dkim=pass header.d=leiderdorp.example'
  expect(says(signed, 'ans@raad.leiderdorp.example')).toBe('pass')
  expect(says(signed, 'ans@raad.leiderdorp.example.evil.example')).toBe('none')
  expect(says(signed, 'ans@nepleiderdorp.example')).toBe('none')
  expect(readAuthentication([`${ours}; ${signed}`], ours, undefined)).toBe('none')
})

test('a line longer than our mail server writes counts for nothing', () => {
  const line = `${ours}; dmarc=pass`
  expect(readAuthentication([line.padEnd(10_000)], ours, ans)).toBe('pass')
  expect(readAuthentication([line.padEnd(10_001)], ours, ans)).toBe('none')
})

test('a From that can be read in two ways is nobody’s', async () => {
  const own = 'Authentication-Results: mx.provincie.example; dmarc=pass header.from=evil.example'
  const read = (from: string) =>
    readReply(anAnswerMail({ from, headers: [own] }), { authservId: 'mx.provincie.example' })
  const twice = await read(`Mallory <m@evil.example>\r\nFrom: ${ans}`)
  expect(twice).toMatchObject({ from: undefined, authentication: 'none' })
  expect(await read(`${ans}\r\nFrom: Mallory <m@evil.example>`)).toMatchObject({
    from: undefined,
    authentication: 'none',
  })
  expect((await read(`<${ans}> <m@evil.example>`)).authentication).toBe('none')
  expect((await read(ans)).authentication).toBe('none')
  expect((await read('m@evil.example')).authentication).toBe('pass')
})
