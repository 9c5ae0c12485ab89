import { expect, startApp, test } from '#tests/support/app.ts'
import { findSamples, linkSecret } from '#tests/support/route-samples.ts'

test('who got hold of a link answers sixty times an hour and no more, which keeps nobody else from answering', async () => {
  const app = await startApp({ LINK_SECRET: linkSecret })
  const { registration, personalToken, engaged } = await findSamples(app.db)
  const own = `/mijn/${personalToken}/bijeenkomst/${registration.sessionId}`
  const spoken = `/mijn/${engaged.token}/afspraak/${engaged.sessionId}`
  const answer = async (path: string, word: string) => {
    const body = new URLSearchParams({ intent: 'answer', answer: word, answeredSequence: '0' })
    const response = await fetch(app.baseUrl + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: app.baseUrl },
      body,
    })
    return { status: response.status, page: await response.text() }
  }
  for (const path of [own, spoken]) {
    const statuses: number[] = []
    for (let turn = 0; turn < 60; turn++) statuses.push((await answer(path, turn % 2 === 0 ? 'no' : 'yes')).status)
    expect(new Set(statuses), path).toEqual(new Set([302]))
    const refused = await answer(path, 'no')
    expect(refused.status).toBe(429)
    expect(refused.page).toContain('U hebt dit te vaak geprobeerd.')
    expect(refused.page, 'what was chosen is still chosen').toMatch(/<input(?=[^>]* value="no")(?=[^>]* checked)/)
  }
  await app.stop()
})
