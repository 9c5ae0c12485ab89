import { expect, test } from '@playwright/test'
import { registrationForm } from '#app/forms/attending/registration-form.ts'

test('names and addresses that would become something else in a mail are refused in a sentence', () => {
  const entries = { name: 'Ans de Verzonnene', address: 'ans@raad.example', role: 'councillor' }
  const problems = (over: object) =>
    registrationForm.safeParse({ ...entries, ...over }).error?.issues.map(({ message }) => message) ?? []
  expect(problems({})).toEqual([])
  expect(problems({ name: "Zoë van 't Hoofd-Ünal" })).toEqual([])
  for (const name of ['Ans\r\nBcc: x@y.example', 'https://lok.example', 'Ans <ans@x.example>', 'Ans\u2028Bob'])
    expect(problems({ name })).toHaveLength(1)
  for (const address of [
    'ans',
    'ans@raad',
    'ans@raad.example\r\nBcc: x@y.example',
    'ans,bob@raad.example',
    '"a"@raad.example',
  ])
    expect(problems({ address })).not.toEqual([])
  expect(problems({ role: 'fractie' })).toEqual(['Kies uw rol.'])
  for (const role of ['councillor', 'committeeMember', 'clerksOffice', 'executive'])
    expect(problems({ role })).toEqual([])
})
