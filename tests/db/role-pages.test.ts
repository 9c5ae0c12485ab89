import type { ServerBuild } from '@remix-run/node'
import type { Response as Answer, Request } from 'express'
import type { WebContext } from '#app/context.server.ts'
import { keepRolePages } from '#app/web/keep-role-pages.server.ts'
import { KeptPages } from '#app/web/kept-pages.server.ts'
import type { Db } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPerson, councilOf, type TestRole } from '#tests/support/people.ts'
import { cookieOf } from '#tests/support/sign-in.ts'

const build = {
  routes: {
    root: { id: 'root', path: '', module: {} },
    page: { id: 'page', parentId: 'root', path: 'vraag', module: { handle: { sameForRoles: /^$/ } } },
  },
} as unknown as ServerBuild

/** One page for several readers. What its maker was given of each is in `drawn`; each reader gets what she reads and the headers it came with. */
function aPage(db: Db) {
  const pages = new KeptPages()
  pages.isListening = true
  const drawn: string[] = []
  let now = Temporal.Now.instant()
  const context = () =>
    ({
      db,
      env: { BASE_URL: 'http://proef.example' },
      site: { baseUrl: 'http://proef.example' },
      now: () => now,
      reference: 'kenmerk-van-nu',
    }) as unknown as WebContext
  const make = async (request: globalThis.Request, given?: unknown) => {
    const { drawnFor } = given as WebContext
    drawn.push(JSON.stringify([...request.headers, drawnFor?.viewer]))
    return new Response(`<p>${drawnFor?.viewer?.name ?? 'niemand'}</p>`)
  }
  const answer = keepRolePages(build, () => make, pages, context)
  const read = (cookie?: string) =>
    new Promise<{ page: string; vary: string[] }>((resolve, reject) => {
      const vary: string[] = []
      const request = { method: 'GET', url: '/vraag', path: '/vraag', headers: cookie ? { cookie } : {} }
      const response = {
        setHeader() {},
        vary: (name: string) => vary.push(name),
        end: (body: Buffer) => resolve({ page: body.toString(), vary }),
      }
      answer(request as Request, response as unknown as Answer, (error?: unknown) => reject(error ?? 'elsewhere'))
    })
  const reader = async (name: string, role: TestRole) => {
    const person = await aPerson(db, [role], name)
    const cookie = await cookieOf(db, person.personId)
    return { ...person, read: async () => (await read(cookie)).page }
  }
  return {
    drawn,
    read,
    reader,
    at: (moment: string) => {
      now = Temporal.Instant.from(moment)
    },
  }
}

test('colleagues share one page, drawn for nobody, and each reads her own name in it', async ({ db }) => {
  const { drawn, reader } = aPage(db)
  const role = { role: 'deputyClerk', councilId: await councilOf(db, 'leiderdorp') } as const
  const [ans, bo] = [await reader('Ans Gefingeerd', role), await reader(`<b>"Bo" & d'Arc</b>`, role)]
  expect(await ans.read()).toBe(`<p>${ans.name}</p>`)
  expect(await bo.read()).toMatch(/^<p>&lt;b&gt;&quot;Bo&quot; &amp; d&#x27;Arc&lt;\/b&gt;/)
  expect(drawn).toHaveLength(1)
  expect(drawn[0]).toContain(role.councilId)
  for (const ofHers of ['Ans', ans.personId, 'cookie']) expect(drawn[0]).not.toContain(ofHers)
  expect(drawn[0]).toMatch(/"signInId":"[0-]+"/)
})

test('another council, another role and no role are other pages; who is signed out reads what a visitor reads', async ({
  db,
}) => {
  const { drawn, read, reader } = aPage(db)
  const readers = [
    await reader('Ans', { role: 'clerk', councilId: await councilOf(db, 'leiderdorp') }),
    await reader('Bo', { role: 'clerk', councilId: await councilOf(db, 'oegstgeest') }),
    await reader('Cas', { role: 'planner' }),
  ]
  for (const each of readers) await each.read()
  expect((await read()).page).toBe('<p>niemand</p>')
  expect(new Set(drawn).size).toBe(4)
  await db.updateTable('sign_in').set({ revoked_at: Temporal.Now.instant().toString() }).execute()
  for (const each of readers) expect(await each.read()).toBe('<p>niemand</p>')
  expect(drawn).toHaveLength(4)
})

test('a page of yesterday is drawn anew at midnight in Amsterdam, and a cache between us heeds what was accepted', async ({
  db,
}) => {
  const { drawn, read, at } = aPage(db)
  at('2026-11-26T22:59:59Z')
  expect((await read()).vary).toEqual(['Accept-Encoding'])
  await read()
  expect(drawn).toHaveLength(1)
  at('2026-11-26T23:00:00Z')
  await read()
  expect(drawn).toHaveLength(2)
})
