import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import stylesheet from '#app/styles/app.css?url'
import { ErrorPage, errorTitle } from './components/page/error-page.tsx'
import { usePageFacts } from './web/page-context.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

/** Only pages without a title of their own get this one: the error pages. */
export const meta: MetaFunction = ({ error }) => [
  {
    title: error ? `${errorTitle(isRouteErrorResponse(error) ? error.status : 500)} - Raadsbriefing` : 'Raadsbriefing',
  },
]

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
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} reference={reference} />
}
