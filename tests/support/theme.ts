import { readFileSync } from 'node:fs'

/** The colours of one scheme by the name of their token, as #rrggbb. A token that names another token is followed. */
export function themeColours(scheme: 'light' | 'dark'): Map<string, string> {
  const [light = '', dark = ''] = readFileSync('app/styles/theme.css', 'utf8').split(
    '@media (prefers-color-scheme: dark)',
  )
  const sources = scheme === 'light' ? [light] : [light, dark.split('@media')[0] ?? '']
  return new Map(
    sources.flatMap((source) =>
      [...source.matchAll(/--color-([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name, value]): [string, string] => [
        name ?? '',
        sixDigits(value ?? ''),
      ]),
    ),
  )
}

/** WCAG 2.2, "contrast ratio": 1 for the same colour, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Every colour and absolute size written out in a stylesheet. Widths in a media query do not count: a custom property is not allowed there. */
export function literalsIn(css: string): string[] {
  const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*/g, '')
  return [...withoutComments.matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\b\d*\.?\d+(?:px|rem|pt)\b/gi)].map(
    ([found]) => found,
  )
}

function sixDigits(hex: string): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
