import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

/** Where the evening of a day is meant: one on which a council meets, one that suits, one that is held. */
const evenings = [
  /(vergader|regio|sinterklaas)avond/gi,
  /(andere|welke|die|deze|voorgestelde) avond(en)?/gi,
  /avond(en)? (die (past|wij (voor uw raad )?vasthouden|u (vroeg|koos)|ten minste)|waarop|van(af| maandag))/gi,
  /avond (voor uw raad )?vast/gi,
  /avond (wordt niet meer|is) vastgehouden/gi,
  /(optie op|voorstel voor|kies|koos|kiest) een avond/gi,
  /gekozen avond(en)?|avond(en)? (kiezen|voor(stellen)?\b)|avond van \$\{evening\}/gi,
  /bijeenkomst in de avond/gi,
  /\/avond(en)?\//g,
]

/** What staff propose is evenings of days too: no bijeenkomst is planned yet. */
const aboutProposals = /(proposal|evening-proposed|evening-chosen|choose-evening)[\w.-]*\.tsx?$/

/** What a text for people calls an avond although it is a bijeenkomst. */
function calledAvond(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .map((line) => evenings.reduce((rest, allowed) => rest.replace(allowed, ''), line))
    .filter((line) => /avond/i.test(line))
    .map((line) => line.trim())
}

test('a bijeenkomst has one name in every text', () => {
  const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'emails', 'db'], {
    encoding: 'utf8',
  })
  const texts = paths.split('\n').filter((path) => /\.tsx?$/.test(path) && !aboutProposals.test(path))
  expect(texts.flatMap((path) => calledAvond(readFileSync(path, 'utf8')).map((line) => `${path}: ${line}`))).toEqual([])
})

/** Texts that call the DOS-nummer something else; mail is asked for it by that name, and it is explained where it is first met. */
const calledDossiernummer = (text: string) => text.split('\n').filter((line) => /dossier-?nummer/i.test(line))

test('the DOS-nummer has one name in every text, and another is caught', () => {
  const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'emails', 'db'], {
    encoding: 'utf8',
  })
  const texts = paths.split('\n').filter((path) => /\.tsx?$/.test(path))
  expect(texts.filter((path) => calledDossiernummer(readFileSync(path, 'utf8')).length > 0)).toEqual([])
  expect(calledDossiernummer('Ons dossiernummer is 1')).toHaveLength(1)
})

/** A seat that somebody gives back may stay free: what will happen to it is never said for certain. */
const promisesSeat = (text: string) => /gaat (uw|zijn|haar|de) plaats naar|plaats gaat naar/i.test(text)

test('nobody reads that her seat will go to somebody else', () => {
  const paths = execFileSync('git', ['ls-files', 'app', 'emails'], { encoding: 'utf8' })
  const texts = paths.split('\n').filter((path) => /\.tsx?$/.test(path))
  expect(texts.filter((path) => promisesSeat(readFileSync(path, 'utf8')))).toEqual([])
  expect(promisesSeat('Laat het weten: dan gaat uw plaats naar een ander.')).toBe(true)
})

test('and a text that gives it another is caught', () => {
  expect(calledAvond("  title: 'De avond staat vast',")).toHaveLength(1)
  expect(calledAvond('Nog geen avond')).toHaveLength(1)
  expect(calledAvond("legend: 'Op welke avonden vergadert uw raad meestal?'")).toEqual([])
})
