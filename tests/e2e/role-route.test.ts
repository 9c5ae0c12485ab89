import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type App, expect, startApp, test } from '#tests/support/app.ts'
import { findSamples, linkSecret, visitorCookies, visitors } from '#tests/support/route-samples.ts'
import { routeTable } from './route-table.ts'

// One line per route stands in route-table.ts, beside this file. Add yours there.

const routeFiles = readdirSync(fileURLToPath(new URL('../../app/routes', import.meta.url)), { recursive: true })
  .map(String)
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replace(/\.tsx?$/, ''))

test('every route file has its line, and every line its route file', () => {
  expect(routeFiles.length).toBeGreaterThan(10)
  expect(Object.keys(routeTable).sort()).toEqual(routeFiles.sort())
})

test('every route answers every visitor as the table says', async () => {
  test.setTimeout(240_000)
  const app = await startApp({ LINK_SECRET: linkSecret })
  const samples = await findSamples(app.db)
  const cookies = await visitorCookies(app)
  const differences: string[] = []
  for (const [file, line] of Object.entries(routeTable)) {
    for (const visitor of visitors) {
      // The walk is one network; what it may not try often is tested elsewhere.
      await app.db.deleteFrom('rate_limit').execute()
      const expected = { GET: line.get[visitor], POST: line.post?.[visitor] ?? 405 }
      for (const method of ['GET', 'POST'] as const) {
        const path = typeof line.path === 'string' ? line.path : await line.path(samples)
        const status = await visit(app, path, method, await cookies[visitor]())
        if (status !== expected[method])
          differences.push(`${file}: ${method} ${path} as ${visitor} gives ${status}, not ${expected[method]}`)
      }
    }
  }
  await app.stop()
  expect(differences).toEqual([])
})

async function visit(app: App, path: string, method: 'GET' | 'POST', cookie: string | undefined): Promise<number> {
  const response = await fetch(app.baseUrl + path, {
    method,
    redirect: 'manual',
    headers: { origin: app.baseUrl, ...(cookie && { cookie }) },
    ...(method === 'POST' && { body: new URLSearchParams() }),
  })
  await response.arrayBuffer()
  const location = response.headers.get('location')
  if (location) expect(new URL(location, app.baseUrl).origin, 'stays on our own site').toBe(app.baseUrl)
  return response.status
}
