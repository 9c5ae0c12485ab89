import { expect, test } from '@playwright/test'
import { ownEveningForm } from '#app/forms/inviting/own-evening-form.ts'
import { cancelForm } from '#app/forms/scheduling/session-step-form.ts'
import { isPlainForm } from '#app/web/plain-form.ts'

const form = (...fields: [string, string | Blob][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}
const order = (type: string, payload: unknown) => JSON.stringify({ type, payload })

test('the forms of our pages are plain', () => {
  for (const fields of [
    [['address', 'a@x.example']],
    [['List-Unsubscribe', 'One-Click']],
    [['programme[19].title', 'Wonen\r\nen energie']],
    [
      ['dates[0]', ''],
      ['order.wonen-en-bouwen', '1'],
    ],
    [
      ['programme[0].title', 'a'],
      ['__intent__', order('insert', { name: 'programme', defaultValue: { minutes: '240' } })],
    ],
    [
      ['programme[0].title', 'a'],
      ['__intent__', order('remove', { name: 'programme', index: 0 })],
    ],
    [['address', new Blob(['a'])]],
  ] satisfies [string, string | Blob][][])
    expect(isPlainForm(form(...fields)), JSON.stringify(fields)).toBe(true)
})

test('what no page of ours sends is not', () => {
  for (const fields of [
    [['a[4294967294]', '']],
    [['a[100]', '']],
    [['__proto__.x', '']],
    [['a.constructor.prototype', '']],
    [['a[0', '']],
    [['a[]', '']],
    [['dates[0][0]', '']],
    [['a.b.c', '']],
    [['', '']],
    [[`a${'[0]'.repeat(1_000)}`, '']],
    [['a'.repeat(101), '']],
    [['address', 'a\0b@x.example']],
    [['__intent__', '{']],
    [['__intent__', 'null']],
    [['__intent__', order('insert', { name: 'a', index: 1_000_000 })]],
    [['__intent__', order('insert', { name: 'a[9999999]' })]],
    [['__intent__', order('update', { name: '__proto__.x', value: '1' })]],
    [['__intent__', order('update', { name: 'a.constructor', value: '1' })]],
    [['__intent__', '{"type":"insert","payload":{"name":"a","defaultValue":{"__proto__":{"x":1}}}}']],
    [['__intent__', order('insert', { name: 'a'.repeat(101) })]],
    [
      ['a', '1'],
      ['__intent__', order('insert', { name: 'a' })],
    ],
    [['__state__', '{']],
    Array.from({ length: 1_001 }, (): [string, string] => ['a', '']),
  ] satisfies [string, string][][])
    expect(isPlainForm(form(...fields)), JSON.stringify(fields).slice(0, 100)).toBe(false)
})

test('a version is a number that the database can hold', () => {
  const answer = (answeredSequence: string) =>
    ownEveningForm.safeParse({ intent: 'answer', answer: 'yes', answeredSequence }).success
  expect([answer('0'), answer('2147483647')]).toEqual([true, true])
  expect(['2147483648', '1e30', '-1', 'x', '0.5'].map(answer)).toEqual(Array(5).fill(false))
  expect(cancelForm.safeParse({ version: '2147483648', reason: 'x' }).success).toBe(false)
})
