import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { build } from 'esbuild'
import { contrast, literalsIn, themeColours } from '#tests/support/theme.ts'

/** Text and what it lies on: 4.5:1 (WCAG 1.4.3). */
const texts = [
  ['text', 'page surface surface-blue success-surface warning-surface error-surface tile'],
  ['quiet', 'page surface surface-blue'],
  ['heading', 'page surface surface-blue'],
  ['link', 'page surface surface-blue success-surface warning-surface error-surface'],
  ['visited', 'page surface surface-blue'],
  ['on-primary', 'primary primary-hover'],
  ['page', 'error'],
  ['error', 'page error-surface'],
  ['success-text', 'success-surface'],
  ['on-footer', 'footer'],
] as const

/** Parts that carry meaning and what they lie on: 3:1 (WCAG 1.4.11). */
const parts = [
  ['input-line', 'page surface surface-blue'],
  ['focus', 'page surface surface-blue'],
  ['accent', 'footer'],
  ['success', 'page success-surface'],
  ['warning', 'page warning-surface'],
  ['error', 'page error-surface'],
  ['bar-1', 'page'],
  ['bar-2', 'page'],
  ['bar-3', 'page'],
  ['bar-4', 'page'],
] as const

for (const scheme of ['light', 'dark'] as const) {
  test(`colours can be read, ${scheme}`, () => {
    const colours = themeColours(scheme)
    const ratio = (front: string, back: string) => contrast(colours.get(front) ?? '', colours.get(back) ?? '')
    const tooWeak = [
      ...pairs(texts).filter(([front, back]) => !(ratio(front, back) >= 4.5)),
      ...pairs(parts).filter(([front, back]) => !(ratio(front, back) >= 3)),
    ]
    expect(tooWeak).toEqual([])
  })
}

test('the measure of contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#efcc36', '#ffffff')).toBeLessThan(3)
})

test('only the theme holds a colour or a size', () => {
  const found = readdirSync('app/styles')
    .filter((file) => file.endsWith('.css') && file !== 'theme.css')
    .flatMap((file) => literalsIn(readFileSync(`app/styles/${file}`, 'utf8')).map((literal) => `${file}: ${literal}`))
  expect(found).toEqual([])
})

test('a colour or a size outside the theme is found', () => {
  expect(literalsIn('a { color: #FFF; margin: -1.5rem 3px }')).toEqual(['#FFF', '1.5rem', '3px'])
  expect(literalsIn('/* 3px */ @media (min-width: 62rem) { a { width: 50%; height: 0.5em } }')).toEqual([])
})

test('the stylesheet weighs at most 15 kB on the wire', async () => {
  const result = await build({
    entryPoints: ['app/styles/app.css'],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    outdir: '.',
  })
  expect(gzipSync(result.outputFiles[0]?.contents ?? new Uint8Array()).length).toBeLessThanOrEqual(15_000)
})

function pairs(table: readonly (readonly [string, string])[]): [string, string][] {
  return table.flatMap(([front, backs]) => backs.split(' ').map((back): [string, string] => [front, back]))
}
