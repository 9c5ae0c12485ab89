import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { personalData } from '#app/domain/overseeing/personal-data.ts'
import { everyMail } from '#emails/samples/every-mail.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string, ends: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name))
    .map((name) => join(folder, name))

/** Files in which a word of this kind is. */
const filesWith = (pattern: RegExp, files: readonly string[]) => files.filter((path) => pattern.test(read(path)))

const source = [...filesIn('app', /\.tsx?$/), ...filesIn('emails', /\.tsx?$/)]

test('the register of processing names every table and column with its rule (AVG art. 30)', () => {
  // Seen to fail with a line taken out of the document.
  const lines = read('docs/verwerkingsregister.md').split('\n')
  for (const [table, rules] of Object.entries(personalData)) {
    const line = lines.find((each) => each.startsWith(`| ${table} |`)) ?? ''
    const named = Object.entries(rules).map(
      ([rule, columns]) => `${rule}: ${columns.map((column) => `\`${column}\``).join(', ')}`,
    )
    expect(line, table).toContain(`| ${named.join('; ')} |`)
    for (const rule of Object.keys(rules))
      expect(
        lines.some((each) => each.startsWith(`| ${rule} |`)),
        rule,
      ).toBe(true)
  }
})

const field = (name: string) => new RegExp(`name=["']${name}["']|^ {2}${name}: z\\.`, 'im')

test('no form asks for a party, a birth date, a home address or a citizen number (AVG art. 5 and 9)', () => {
  const asking = (files: readonly string[]) =>
    ['partij', 'party', 'fractie', 'geboortedatum', 'birthDate', 'bsn', 'homeAddress'].flatMap((name) =>
      filesWith(field(name), files).map((path) => `${path}: ${name}`),
    )
  expect(asking(source)).toEqual([])
  expect(field('fractie').test('  fractie: z.string(),'), 'a planted field is found').toBe(true)
})

test('nobody is asked for consent, and nobody has to solve a puzzle (AVG art. 6, WCAG 3.3.8)', () => {
  expect(filesWith(/ik ga akkoord|ik geef toestemming|captcha/i, source)).toEqual([])
})

test('lists leave as open formats only', () => {
  expect(filesWith(/\.(docx|xlsx|pptx)\b|officedocument/i, source)).toEqual([])
})

test('no words that only officials use, and short sentences, in every mail', () => {
  const stiff = /\b(conform|betreffende|teneinde|middels|derhalve)\b/i
  const sentences = Object.values(everyMail).flatMap(({ text }) =>
    text
      .replace(/https?:\S+/g, '')
      .split(/[.!?:]\s|\n+/)
      .map((sentence) => sentence.trim().split(/\s+/).filter(Boolean).length)
      .filter((words) => words > 2),
  )
  expect(Object.entries(everyMail).filter(([, { text }]) => stiff.test(text))).toEqual([])
  expect(sentences.reduce((sum, words) => sum + words, 0) / sentences.length).toBeLessThanOrEqual(12)
})

test('licence and publiccode.yml are there, and say the same', () => {
  expect(read('LICENSE')).toMatch(/EUROPEAN UNION PUBLIC LICENCE v\. ?1\.2/i)
  expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'EUPL-1.2' })
  const publiccode = read('publiccode.yml')
  for (const key of ['publiccodeYmlVersion', 'name', 'releaseDate', 'developmentStatus', 'softwareType', 'maintenance'])
    expect(publiccode, key).toMatch(new RegExp(`^${key}:`, 'm'))
  expect(publiccode).toMatch(/license: EUPL-1\.2/)
})
