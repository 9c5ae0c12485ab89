import { expect, test } from '@playwright/test'
import { councilsOf, joinNames, officesOf } from '#app/domain/catalogue/join-names.ts'

test('one name, two or more stand in a sentence with the word that fits them', () => {
  expect(joinNames(['Leiden', 'Leiderdorp', 'Oegstgeest'])).toBe('Leiden, Leiderdorp en Oegstgeest')
  expect(councilsOf(['Leiden'])).toBe('de raad van Leiden')
  expect(councilsOf(['Leiden', 'Oegstgeest'])).toBe('de raden van Leiden en Oegstgeest')
  expect(officesOf(['Leiden'])).toBe('de griffie van Leiden')
  expect(officesOf(['Leiden', 'Oegstgeest'])).toBe('de griffies van Leiden en Oegstgeest')
})
