import type { LoaderFunctionArgs } from '@remix-run/node'

/** Every address that nobody answers to, and the page of what no other route was asked. */
export function loader({ context }: LoaderFunctionArgs) {
  throw new Response(null, { status: context.refusedWith ?? 404 })
}

export function action() {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}
