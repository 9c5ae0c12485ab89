import { expect, test } from '@playwright/test'
import { agreementOf } from '#app/domain/inviting/agreement.ts'

const council = (councilId: string, municipalityName: string) => ({ councilId, municipalityName })
const councils = [council('a', 'Leiden'), council('b', 'Leiderdorp'), council('c', 'Oegstgeest'), council('d', 'Gouda')]
const said = (councilId: string, answer: 'yes' | 'no' | 'maybe' | 'none') => ({ councilId, answer })

test('each council of an evening is one that agreed, that did not, that has not said so, or that does not take part yet', () => {
  const words = [said('a', 'yes'), said('b', 'no'), said('c', 'maybe'), said('d', 'none')]
  expect(agreementOf(councils, { consenting: ['a', 'b', 'c'], words })).toEqual({
    yes: ['Leiden'],
    no: ['Leiderdorp'],
    open: ['Oegstgeest'],
    notTakingPart: ['Gouda'],
  })
})

test('before there is an option nobody has said anything', () => {
  expect(agreementOf(councils, { consenting: ['a', 'b', 'c', 'd'], words: [] })).toEqual({
    yes: [],
    no: [],
    open: ['Leiden', 'Leiderdorp', 'Oegstgeest', 'Gouda'],
    notTakingPart: [],
  })
})
