import { expect, test } from '@playwright/test'
import { partsOf } from '#app/domain/inviting/engagement.ts'

test('the blocks of a speaker are those of her topics; a welcome is nobody’s', () => {
  const block = (title: string, topicId?: string) => ({ position: 1, title, minutes: 30, topicId })
  const programme = [block('Welkom'), block('Wonen', 'wonen'), block('Water', 'water'), block('Wonen II', 'wonen')]
  expect(partsOf({ programme }, ['wonen', 'ondermijning'])).toEqual(['Wonen', 'Wonen II'])
  expect(partsOf({ programme }, [])).toEqual([])
})
