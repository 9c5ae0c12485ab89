import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { personalToken } from '#app/domain/access/tokens.server.ts'
import { hiddenWords, maskFor } from '#app/domain/inviting/masked-text.ts'
import { harmlessHtml } from '#emails/harmless-html.ts'

const site = { baseUrl: 'http://localhost:3000' }
const token = personalToken('x'.repeat(40), '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11', 1)
const link = `${site.baseUrl}/mijn/${token}`
/** Hides the secrets of anybody: whose mail it is is not known. */
const maskUnknown = maskFor(site, [])

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)" onclick="x()">klik</a>',
  '<meta http-equiv="refresh" content="0;url=https://kwaad.example">',
  '<form action="https://kwaad.example"><input name=a><button>Verder</button></form>',
  '<base href="https://kwaad.example/"><link rel=stylesheet href=x>',
  '<p title="><script>alert(1)</script>">tekst</p>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>@import "https://kwaad.example"</style>',
  '</title><script>alert(1)</script>',
  '<p style="x"onmouseover="alert(1)">a',
  '<p "<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<!--><script>alert(1)</script>-->',
  '<p a=`"><script>alert(1)</script>`>',
]

/** Of what was written, the tags and attributes; whatever else begins with a `<` would be a leak. */
function faultsIn(html: string): string[] {
  const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body><\/html>$/.exec(html) ?? []
  const written = body.replace(/<\/?[a-z][a-z0-9]*( [a-z]+="[^"<>]*")*>/g, (tag) =>
    /^<\/?(script|img|form|input|button|iframe|meta|link|base|svg|style|object)|\s(href|src|on\w+|action|srcdoc)=/.test(
      tag,
    )
      ? tag
      : '',
  )
  return written.match(/<[\s\S]{0,40}/g) ?? []
}

test('a hostile page becomes words', () => {
  for (const source of hostile) expect(faultsIn(harmlessHtml(source, (text) => text)), source).toEqual([])
  expect(faultsIn('<html><body><p>a</p><script>x</script></body></html>')).not.toEqual([])
})

test('whatever it is made of, it becomes words', () => {
  const bit = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    '=',
    ' ',
    '&',
    '<p',
    '<a ',
    'style',
    'href',
    '<!--',
    '-->',
    '</',
    'script',
    '&lt;',
    '&#60;',
    'x',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(bit, fc.constantFrom(...hostile)), { maxLength: 40 }), (bits) => {
      expect(faultsIn(harmlessHtml(bits.join(''), (text) => text))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a source that never ends is read in one walk', () => {
  const started = performance.now()
  for (const bit of ['<!--', '<p a="', "<p a='", '<style>', '<', '<a b=c ', '&#x'])
    harmlessHtml(bit.repeat(60_000), maskUnknown)
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a secret is masked wherever a page may say something: in its words, in an attribute, instead of a picture', () => {
  for (const source of [
    `<p>${link}</p>`,
    `<font face="${link}">a</font>`,
    `<body style="${link}">a</body>`,
    `<img alt="${link}">`,
  ]) {
    const shown = harmlessHtml(source, maskUnknown)
    expect(shown, source).toContain(hiddenWords)
    expect(shown, source).not.toContain(token)
  }
})

test('a secret whose letters are all written as numbers is read before it is masked', () => {
  const letters = [...link].map((letter) => letter.codePointAt(0) ?? 0)
  for (const written of [
    letters.map((code) => `&#${code};`),
    letters.map((code) => `&#x${code.toString(16)};`),
    letters.map((code) => `&#X${code.toString(16).toUpperCase()};`),
    letters.map((code) => `&#0${code}`),
  ])
    expect(harmlessHtml(`<p>${written.join('')}</p>`, maskUnknown)).toContain(
      `<p>${site.baseUrl}/mijn/${hiddenWords}</p>`,
    )
})
