import { once } from 'node:events'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, EntryContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { Meta, Outlet, RemixServer, useLoaderData } from '@remix-run/react'
import compression from 'compression'
import express from 'express'
import { renderToString } from 'react-dom/server'
import { connect } from '#db/connection.server.ts'
import { answerParent } from './children.ts'

/**
 * The least a Remix page can be: Express, Remix's own adapter, one indexed query through the same Kysely and pool, a handful of elements through the same
 * renderToString. The server build is written by hand, with the future flags of the portal and React's production version.
 */
export async function serveMinimalPage(): Promise<void> {
  const [, , , connectionString = ''] = process.argv
  const { db } = connect(connectionString, { maxConnections: 20 })
  const web = express()
  web.disable('x-powered-by')
  web.use(compression())
  const context = { db } as unknown as AppLoadContext
  web.all('*', createRequestHandler({ build, mode: 'production', getLoadContext: () => context }))
  const server = web.listen(0, '127.0.0.1')
  await once(server, 'listening')
  answerParent(async () => ({ port: (server.address() as { port: number }).port }))
}

function Document() {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <Meta />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  )
}

async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const municipality = await db
    .selectFrom('municipality')
    .select(['name', 'seats'])
    .where('slug', '=', params.slug ?? '')
    .executeTakeFirst()
  if (!municipality) throw new Response(null, { status: 404 })
  return municipality
}

function Page() {
  const { name, seats } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>{name}</h1>
      <p>De raad telt {seats} zetels.</p>
    </main>
  )
}

function handleRequest(request: Request, status: number, headers: Headers, page: EntryContext): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const html = renderToString(<RemixServer context={{ ...page, serverHandoffStream: undefined }} url={request.url} />)
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

const asset = { hasAction: false, hasErrorBoundary: false, hasClientAction: false, hasClientLoader: false, module: '' }

const build: ServerBuild = {
  entry: { module: { default: handleRequest } },
  routes: {
    root: { id: 'root', path: '', module: { default: Document } },
    page: {
      id: 'page',
      parentId: 'root',
      path: 'gemeenten/:slug',
      module: { default: Page, loader, meta: () => [{ title: 'Minimaal' }] },
    },
  },
  assets: {
    version: '1',
    url: '',
    entry: { module: '', imports: [] },
    routes: {
      root: { ...asset, id: 'root', path: '', hasLoader: false },
      page: { ...asset, id: 'page', parentId: 'root', path: 'gemeenten/:slug', hasLoader: true },
    },
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  mode: 'production',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
  },
}
