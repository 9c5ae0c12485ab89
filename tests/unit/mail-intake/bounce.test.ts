import { expect, test } from '@playwright/test'
import {
  type BounceKind,
  bounceKindOf,
  bounceWords,
  suspendsAddress,
  suspensionWords,
} from '#app/domain/inviting/bounce-rule.ts'
import { readReply } from '#emails/reply.ts'
import { aBounce, anAnswerMail, ans, outboxId } from './answer-mail.ts'

test('reads what came back and of which mail', async () => {
  expect((await readReply(aBounce())).content).toEqual({
    kind: 'bounce',
    reports: [{ action: 'failed', status: '5.1.1', recipient: ans }],
    envelopeId: outboxId,
    originalMessageId: '<first@briefings.example>',
    hasSender: false,
  })
})

test('a returned invitation is no invitation and a returned answer no answer', async () => {
  const returned = ['Content-Type: message/rfc822', '', anAnswerMail().toString('latin1')]
  expect((await readReply(aBounce({ returned }))).content.kind).toBe('bounce')
})

// Seen to fail: two megabytes of them kept every page waiting for half a second.
test('of a report without end only the beginning is read', async () => {
  const group = `Final-Recipient: rfc822; ${ans}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n`
  const endless = aBounce()
    .toString('latin1')
    .replace('Final-Recipient:', `${group.repeat(20_000)}Final-Recipient:`)
  const { content } = await readReply(Buffer.from(endless, 'latin1'))
  if (content.kind !== 'bounce') throw new Error(content.kind)
  expect(content.reports.length).toBeLessThan(2_000)
  expect(content).toMatchObject({ envelopeId: outboxId, originalMessageId: '<first@briefings.example>' })
})

test('tells nobody there, refused, given up and still trying apart', () => {
  expect(bounceKindOf({ action: 'failed', status: '5.1.1' })).toBe('unknownUser')
  expect(bounceKindOf({ action: 'failed', status: '5.1.10' })).toBe('unknownUser')
  expect(bounceKindOf({ action: 'failed', status: '5.1.6' })).toBe('unknownUser')
  expect(bounceKindOf({ action: 'failed', status: '5.7.1' })).toBe('hard')
  expect(bounceKindOf({ action: 'failed', status: '5.4.1' }), 'a 4 that is not in front').toBe('hard')
  expect(bounceKindOf({ action: 'failed', status: '' })).toBe('hard')
  expect(bounceKindOf({ action: 'failed', status: '4.4.7' })).toBe('soft')
  expect(bounceKindOf({ action: 'delayed', status: '4.4.1' })).toBe('delayed')
  for (const action of ['delivered', 'relayed', 'expanded'])
    expect(bounceKindOf({ action, status: '2.0.0' })).toBeUndefined()
})

test('says of each why it came back, and of an address why nothing goes there', () => {
  const words = (kind: BounceKind, status = '5.0.0') => bounceWords({ kind, status })
  expect(words('unknownUser')).toBe('dit adres bestaat niet')
  expect(words('delayed')).toBe('vertraagd; de mailserver probeert het nog')
  expect(words('soft')).toBe('opgegeven: het postvak was vol of niet bereikbaar')
  expect(words('hard')).toBe('geweigerd door de mailserver van de ontvanger')
  expect(words('hard', '5.2.1')).toBe('dit postvak is buiten gebruik')
  expect(['5.1.1', '5.7.1', '4.2.2'].map(suspensionWords)).toEqual([
    'dit adres bestaat niet',
    'geweigerd: de ontvanger mag of wil onze mail niet ontvangen',
    'opgegeven: het postvak was vol of niet bereikbaar',
  ])
})

test('an address is suspended after one unknown user or three refusals', () => {
  expect(suspendsAddress(['unknownUser'])).toBe(true)
  expect(suspendsAddress(['hard', 'hard'])).toBe(false)
  expect(suspendsAddress(['hard', 'hard', 'hard'])).toBe(true)
  expect(suspendsAddress(['soft', 'soft', 'soft', 'delayed', 'delayed'])).toBe(false)
})
