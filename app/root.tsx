import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import stylesheet from '#app/styles/app.css?url'
import { DatabaseAwayPage, databaseAwayTitle } from './components/page/database-away-page.tsx'
import { ErrorPage, errorTitle } from './components/page/error-page.tsx'
import { usePageFacts } from './web/page-context.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

/** Only pages without a title of their own get this one: the error pages. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${titleOf(error)} - Raadsbriefing` : 'Raadsbriefing' },
]

function titleOf(error: unknown): string {
  if (!isRouteErrorResponse(error)) return errorTitle(500)
  return error.status === 503 ? databaseAwayTitle(error.data) : errorTitle(error.status)
}

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { reference } = usePageFacts()
  const { pathname } = useLocation()
  if (isRouteErrorResponse(error) && error.status === 503)
    return <DatabaseAwayPage typed={error.data} reference={reference} />
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} reference={reference} path={pathname} />
}
