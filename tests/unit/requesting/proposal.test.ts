import { expect, test } from '@playwright/test'
import {
  assertAhead,
  assertOpen,
  chosenEvening,
  openProposal,
  type Proposal,
  proposesTheSame,
} from '#app/domain/requesting/proposal.ts'
import { proposalForm } from '#app/forms/requesting/proposal-form.ts'
import { chooseEveningForm } from '#app/forms/requesting/step-forms.ts'
import { parseForm } from '#app/web/fitting-form.ts'

const instant = (text: string) => Temporal.Instant.from(text)
const now = instant('2026-11-23T20:00:00Z')
const evening = (day: string, position = 1) => ({
  position,
  start: instant(`${day}T18:30:00Z`),
  end: instant(`${day}T20:00:00Z`),
  reason: 'Dan kan de spreker.',
})

function aProposal(changes: Partial<Proposal>): Proposal {
  return {
    id: 'voorstel',
    proposedBy: { personId: 'planner', name: 'Planner' },
    proposedAt: now,
    evenings: [evening('2027-01-12'), evening('2027-01-19', 2)],
    answeredAt: undefined,
    chosenPosition: undefined,
    remark: '',
    withdrawnAt: undefined,
    isSpent: false,
    ...changes,
  }
}

const open = aProposal({ id: 'open' })
const chosen = aProposal({ id: 'gekozen', answeredAt: now, chosenPosition: 2 })
const none = aProposal({ id: 'geen', answeredAt: now })
const withdrawn = aProposal({ id: 'ingetrokken', withdrawnAt: now })

test('a proposal is open until it is answered or taken back', () => {
  expect(openProposal({ proposals: [none, open] })?.id).toBe('open')
  expect(openProposal({ proposals: [chosen, none, withdrawn] })).toBeUndefined()
  expect(() => assertOpen(open)).not.toThrow()
  expect(() => assertOpen(chosen)).toThrow(expect.objectContaining({ facts: { why: 'answered' } }))
  expect(() => assertOpen(none)).toThrow(expect.objectContaining({ facts: { why: 'answered' } }))
  expect(() => assertOpen(withdrawn)).toThrow(expect.objectContaining({ facts: { why: 'withdrawn' } }))
})

test('only an answer to the last proposal counts as the chosen evening', () => {
  expect(chosenEvening({ proposals: [none, chosen] })?.start.toString()).toBe('2027-01-19T18:30:00Z')
  for (const last of [open, none, withdrawn]) expect(chosenEvening({ proposals: [chosen, last] })).toBeUndefined()
  expect(chosenEvening({ proposals: [{ ...chosen, isSpent: true }] })).toBeUndefined()
  expect(chosenEvening({ proposals: [] })).toBeUndefined()
})

test('the same evenings in the same order for the same reasons are the same proposal', () => {
  const [one, two] = [evening('2027-01-12'), evening('2027-01-19')]
  expect(proposesTheSame([one, two], [evening('2027-01-12'), evening('2027-01-19')])).toBe(true)
  expect(proposesTheSame([one, two], [two, one])).toBe(false)
  expect(proposesTheSame([one], [one, two])).toBe(false)
  expect(proposesTheSame([one, two], [one])).toBe(false)
  const later = { hours: 1 }
  expect(proposesTheSame([one], [{ ...one, start: one.start.add(later) }])).toBe(false)
  expect(proposesTheSame([one], [{ ...one, end: one.end.add(later) }])).toBe(false)
  expect(proposesTheSame([one], [{ ...one, reason: 'Dan is de zaal vrij.' }])).toBe(false)
  expect(proposesTheSame([one, two], [one, { ...two, reason: 'Dan is de zaal vrij.' }])).toBe(false)
})

test('an evening that begins now has been', () => {
  const { start, end, reason } = evening('2027-01-12')
  expect(() => assertAhead({ start, end, reason }, start.subtract({ seconds: 1 }))).not.toThrow()
  expect(() => assertAhead({ start, end, reason }, start)).toThrow(
    expect.objectContaining({ facts: { evening: 'dinsdag 12 januari 2027, 19.30 tot 21.00 uur' } }),
  )
})

type Typed = Record<string, string>
const times = (place: string) => ({ [`${place}.startTime`]: '19.30', [`${place}.endTime`]: '21:00' })
const first = { 'first.date': 'di 12 jan. 2027', ...times('first'), 'first.reason': 'Dan kan de spreker.' }
const empty = (place: string) => ({ [`${place}.date`]: '', ...times(place), [`${place}.reason`]: '' })

function read(typed: Typed) {
  const formData = new FormData()
  for (const [name, value] of Object.entries({ version: '1', ...typed })) formData.append(name, value)
  const submission = parseForm(formData, proposalForm(now))
  return submission.status === 'success' ? submission.value.evenings : (submission.reply().error ?? {})
}

test('places without a date and a reason are left out, and times are those of Zuid-Holland', () => {
  const third = { 'third.date': '2027-07-06', ...times('third'), 'third.reason': 'Voor het reces.' }
  expect(read({ ...first, ...empty('second'), ...third })).toEqual([
    { start: instant('2027-01-12T18:30:00Z'), end: instant('2027-01-12T20:00:00Z'), reason: 'Dan kan de spreker.' },
    { start: instant('2027-07-06T17:30:00Z'), end: instant('2027-07-06T19:00:00Z'), reason: 'Voor het reces.' },
  ])
})

test('the best evening is always asked, and every mistake is said at its own field', () => {
  expect(Object.keys(read({ ...empty('first') }))).toEqual(['first.date', 'first.reason'])
  expect(Object.keys(read({}))).toEqual(['first.date', 'first.startTime', 'first.endTime', 'first.reason'])
  expect(read({ ...first, 'second.date': '13-1-2027', ...times('second'), 'second.reason': '' })).toEqual({
    'second.reason': ['Schrijf in één zin waarom deze avond past.'],
  })
  expect(Object.keys(read({ ...first, ...empty('third'), 'third.reason': 'Voor het reces.' }))).toEqual(['third.date'])
  expect(read({ ...first, 'first.endTime': '19.30' })).toEqual({
    'first.endTime': ['Vul een eindtijd in die na de begintijd ligt.'],
  })
  expect(read({ ...first, 'first.date': '23-11-2026' })).toEqual({
    'first.date': ['maandag 23 november 2026, 19.30 tot 21.00 uur is al geweest. Kies een andere avond.'],
  })
  expect(read({ ...first, 'third.date': '12-1-27', ...times('third'), 'third.reason': 'Nog eens.' })).toEqual({
    'third.date': ['Deze avond hebt u al ingevuld. Kies een andere avond of laat de velden leeg.'],
  })
})

test('whoever chooses none says what does fit', () => {
  const proposalId = '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11'
  const choose = (typed: Typed) => chooseEveningForm.safeParse({ proposalId, ...typed })
  expect(choose({ choice: '2', remark: '' }).data).toEqual({ proposalId, position: 2, remark: '' })
  expect(choose({ choice: 'none', remark: 'In maart.' }).data).toEqual({
    proposalId,
    position: undefined,
    remark: 'In maart.',
  })
  expect(choose({ choice: 'none', remark: ' ' }).error?.issues[0]?.path).toEqual(['remark'])
  expect(choose({ choice: '4' }).success).toBe(false)
})
