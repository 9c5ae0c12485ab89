import { expect, test } from '@playwright/test'
import { personName } from '#app/forms/access/person-name.ts'

const isName = (name: string) => personName(80).safeParse(name).success

test('a name is a name, and never a link in somebody’s mailbox', () => {
  for (const name of [
    'Ans de Verzonnene',
    'J.P. de Vries',
    'mr. drs. A.B. van der Veen-Ö',
    "'t Hart",
    'Q. (Quirijn) X',
  ])
    expect(isName(name), name).toBe(true)
  for (const name of [
    'www.elders.example klik hier',
    'Ga naar elders.nl',
    'ELDERS.NL',
    'a@b',
    'http://x',
    'a\nb',
    '<b>x',
    'Ans\u202eelttiV',
    'Ans\u2066 de Vries',
    'Ans\u2028de Vries',
    'Ans\\de Vries',
    '=?utf-8?q?elders=2Enl?=',
    'Ans\u200b de Vries',
    'Ans\u2060de Vries',
  ])
    expect(isName(name), name).toBe(false)
})
