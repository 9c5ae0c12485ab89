import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from '@playwright/test'
import { entriesOf, formDataFrom } from '#app/forms/requesting/draft-entries.ts'
import { requestForm } from '#app/forms/requesting/request-form.ts'
import { declineForm, dosNumberForm } from '#app/forms/requesting/step-forms.ts'

const today = Temporal.PlainDate.from('2026-11-23')

const complete: Record<string, string[]> = {
  audience: ['council'],
  'order.wonen': ['2'],
  'order.wie-doet-wat': ['1'],
  'order.economie': [''],
  formatId: ['thema'],
  expectedCouncillors: [' 27 '],
  usualEvenings: ['1', '4'],
  'dates[0]': ['di 12 jan 2027'],
  'dates[1]': [''],
  venueKind: ['online'],
  openness: ['public'],
  contactName: ['Zoë'],
  contactFunction: ['clerk'],
  contactAddress: ['griffie+raad@voorbeeld.example'],
}

const read = (changes: Record<string, string[]> = {}, asksContact = true) =>
  parseWithZod(formDataFrom({ ...complete, ...changes }), { schema: requestForm({ today, asksContact }) })

const errors = (changes: Record<string, string[]>) => read(changes).reply().error

test('a complete form is a wish', () => {
  const submission = read()
  expect(submission.status).toBe('success')
  expect(submission.status === 'success' && submission.value).toMatchObject({
    topicIds: ['wie-doet-wat', 'wonen'],
    expectedCouncillors: 27,
    expectedNew: 0,
    usualEvenings: [1, 4],
    otherDateIsFine: false,
    contact: { name: 'Zoë', address: 'griffie+raad@voorbeeld.example' },
  })
})

test('an empty form says of every field what to do', () => {
  const { error } = parseWithZod(new FormData(), { schema: requestForm({ today, asksContact: true }) }).reply()
  expect(Object.keys(error ?? {})).toEqual([
    'audience',
    'order',
    'formatId',
    'expectedCouncillors',
    'dates[0]',
    'venueKind',
    'openness',
    'contactName',
    'contactFunction',
    'contactAddress',
  ])
  for (const sentences of Object.values(error ?? {})) expect(sentences?.[0]).toMatch(/^(Vul|Kies) .*\.$/)
})

// Seen to fail: what two fields say together was told only after all else had been mended, in a second summary.
test('all that is wrong is told at once, also what two fields say together', () => {
  const wrong = { audience: ['councils'], expectedNew: ['28'], 'dates[0]': [''], openness: [''], contactName: [''] }
  expect(Object.keys(errors(wrong) ?? {})).toEqual([
    'coCouncilIds',
    'expectedNew',
    'dates[0]',
    'openness',
    'contactName',
  ])
  expect(errors({ expectedCouncillors: ['veel'], expectedNew: ['28'] })).not.toHaveProperty('expectedNew')
})

test('what is wrong stands in the order of the form, a date before what is asked after it', () => {
  const wrong = { 'order.wonen': [''], 'order.wie-doet-wat': [''], 'dates[0]': ['volgende week'], openness: [''] }
  expect(Object.keys(errors({ ...wrong, contactName: [''] }) ?? {})).toEqual([
    'order',
    'dates[0]',
    'openness',
    'contactName',
  ])
})

test('a telephone number as people write one, or none; letters are none', () => {
  for (const phone of ['', '06 12 34 56 78', '+31 (0)6-12345678', '079 123 45 67'])
    expect(read({ phone: [phone] }).status, phone).toBe('success')
  for (const phone of ['06 abc', '0612', '06-12 34 56 78 (Griet)'])
    expect(errors({ phone: [phone] }), phone).toEqual({
      phone: ['Vul een telefoonnummer in van minstens acht cijfers, bijvoorbeeld 06 12 34 56 78.'],
    })
})

test('what is known is not asked again', () => {
  const nobody = { contactName: [''], contactFunction: [''], contactAddress: [''] }
  expect(read(nobody, false).status).toBe('success')
  expect(errors(nobody)).toMatchObject({ contactName: ['Vul uw naam in.'] })
})

test('no date is fine when another day is, a day that has been never', () => {
  expect(read({ 'dates[0]': [''], otherDateIsFine: ['on'] }).status).toBe('success')
  expect(errors({ 'dates[0]': [''] })).toHaveProperty(['dates[0]'])
  expect(errors({ 'dates[1]': ['12-1-2026'] })).toEqual({
    'dates[1]': ['Tweede voorkeur: maandag 12 januari 2026 is al geweest. Kies een dag in de toekomst.'],
  })
  expect(errors({ 'dates[2]': ['2027-01-12'] })).toHaveProperty(['dates[2]'])
  expect(read({ 'dates[0]': ['2027-05-04'] }).status, 'Dodenherdenking is warned of, not refused').toBe('success')
})

test('one to four topics, councils when councils are chosen, never more new people than people', () => {
  const five = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((id, index) => [`order.${id}`, [String((index % 4) + 1)]]),
  )
  expect(errors({ ...five, 'order.wonen': [''], 'order.wie-doet-wat': [''] })).toEqual({
    order: ['Kies hooguit vier onderwerpen, dan is er tijd voor gesprek.'],
  })
  expect(errors({ audience: ['councils'] })).toEqual({ coCouncilIds: ['Kies minstens één andere raad.'] })
  expect(errors({ expectedNew: ['28'] })).toHaveProperty('expectedNew')
  expect(errors({ expectedCouncillors: ['veel'] })).toHaveProperty('expectedCouncillors')
})

test('a draft keeps what was typed, and nothing of the page itself', () => {
  const formData = formDataFrom({ ...complete, version: ['3'], intent: ['save'], website: [''] })
  expect(entriesOf(formData)).toEqual(complete)
})

test('a dossier number is read as people copy it', () => {
  const number = (dosNumber: string) => {
    const submission = parseWithZod(formDataFrom({ version: ['1'], dosNumber: [dosNumber] }), { schema: dosNumberForm })
    return submission.status === 'success' ? submission.value.dosNumber : undefined
  }
  for (const typed of ['DOS-2026-0001081', ' dos 2026 0001081 ', 'DOS–2026–0001081'])
    expect(number(typed)).toBe('DOS-2026-0001081')
  for (const typed of ['', '2026-0001081', 'DOS-2026-1081', 'PZH-2026-888179004']) expect(number(typed)).toBeUndefined()
})

test('declining without an alternative is refused', () => {
  const { error } = parseWithZod(formDataFrom({ version: ['1'], reason: ['iets'], alternative: ['  '] }), {
    schema: declineForm,
  }).reply()
  expect(Object.keys(error ?? {})).toEqual(['reason', 'alternative'])
})
