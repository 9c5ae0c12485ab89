import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { PageWithBlank } from '#app/web/page-with-blank.server.ts'

/** As a browser unpacks it. Anything after the one gzip member is an error. */
async function unpacked(bytes: Buffer): Promise<string> {
  return new Response(new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}

test('any word stands in every blank, compressed or not', async () => {
  const blank = 'naam0123456789abcdef'
  const text = fc.string({ unit: 'grapheme', maxLength: 2_000 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), text, async (parts, word) => {
      const page = await PageWithBlank.of(parts.join(blank), blank)
      const expected = parts.join(word)
      expect(page.filledIn(word).toString()).toBe(expected)
      expect(await unpacked(page.filledInAndCompressed(word))).toBe(expected)
    }),
  )
})

test('a large page is compressed around the blank', async () => {
  const page = await PageWithBlank.of(`<p>BLANK</p>${'<li>Een raad in Zuid-Holland</li>'.repeat(2_000)}`, 'BLANK')
  expect(page.filledInAndCompressed('Ans').length).toBeLessThan(1_000)
})
