import { expect, test } from '@playwright/test'
import { OftenSent } from '#db/often-sent.ts'

const send = (statements: OftenSent, text: string, times: number) =>
  Array.from({ length: times }, () => statements.nameFor(text)).at(-1)

test('no more statements get a name than a connection may hold, and those keep theirs', () => {
  const statements = new OftenSent()
  const names = Array.from({ length: 300 }, (_, number) => send(statements, `select ${number}`, 6))
  expect(new Set(names.slice(0, 200)).size).toBe(200)
  expect(names.slice(200).every((name) => name === undefined)).toBe(true)
  expect(statements.nameFor('select 0')).toBe(names[0])
})

test('what is sent now and then is not counted for ever, and what is very long never', () => {
  const statements = new OftenSent()
  send(statements, 'select now and then', 5)
  for (let other = 0; other < 500; other++) statements.nameFor(`select ${other}`)
  expect(statements.nameFor('select now and then')).toBeUndefined()
  expect(send(statements, `select ${'1, '.repeat(4_000)}1`, 20)).toBeUndefined()
})
