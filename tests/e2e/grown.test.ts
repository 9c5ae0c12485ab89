import { expect, startApp, test } from '#tests/support/app.ts'
import { grow } from '#tests/support/grown.ts'
import { watchPlans } from '#tests/support/plans.ts'
import { findSamples, linkSecret, visitorCookies } from '#tests/support/route-samples.ts'
import { routeTable } from './route-table.ts'

/** What has fewer rows may be read whole where the database finds that cheaper. */
const manyRows = 5_500

test('after years of use no page reads a table from end to end', async () => {
  test.setTimeout(240_000)
  const app = await startApp({ LINK_SECRET: linkSecret })
  const samples = await findSamples(app.db)
  const cookies = await visitorCookies(app)
  await grow(app.connectionString, 300)
  const plans = await watchPlans(app.connectionString, manyRows)
  const long: string[] = []
  let statements = 0
  for (const [file, line] of Object.entries(routeTable)) {
    for (const visitor of ['anonymous', 'councillorA', 'clerkA', 'planner', 'administrator'] as const) {
      if (line.get[visitor] !== 200) continue
      const path = typeof line.path === 'string' ? line.path : await line.path(samples)
      const cookie = await cookies[visitor]()
      await plans.longReads()
      const response = await fetch(app.baseUrl + path, { redirect: 'manual', ...(cookie && { headers: { cookie } }) })
      await response.arrayBuffer()
      expect(response.status, `${path} as ${visitor}`).toBe(200)
      const read = await plans.longReads()
      statements += read.statements
      long.push(
        ...read.found.map(
          ({ table, rows, statement }) => `${file} as ${visitor}: ${rows} rows of ${table}: ${statement}`,
        ),
      )
    }
  }
  await plans.close()
  await app.stop()
  expect(statements).toBeGreaterThan(500)
  expect(long).toEqual([])
})
