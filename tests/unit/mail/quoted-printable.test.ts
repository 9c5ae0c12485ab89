import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { encode, wrap } from 'nodemailer/lib/qp'
import { quotedPrinter } from '#emails/quoted-printable.ts'

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 90 }),
  fc.constantFrom(
    '=',
    '==',
    '=3D',
    'é',
    'ééééééééééééééééé',
    '漢字漢字漢字漢字漢字漢字',
    '👩‍👩‍👧‍👦',
    ' ',
    '\t',
    ' \r\n',
    '\r\n',
    '\r\n\r\n',
  ),
  fc.string({ unit: fc.constantFrom('a', '='), minLength: 30, maxLength: 100 }),
)
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => `${pieces.join('').replace(/\r\n|\r|\n/g, '\r\n')}.`)

const quotedPrintable = quotedPrinter()

// Seen to fail when a line was broken within a letter, and when a full line kept its last character.
test('quoted-printable has the bytes that Nodemailer gives, and no line is over 76 octets', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { encoded } = quotedPrintable(text)
      expect(encoded).toBe(wrap(encode(text)))
      expect(encoded.split('\r\n').every((line) => line.length <= 76)).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})
