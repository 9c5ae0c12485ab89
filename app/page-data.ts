import { useLoaderData } from '@remix-run/react'

/**
 * The loader's values as they are, dates and times included. Only for pages without `handle.hydrate`: those are rendered where their data was
 * read, so that nothing is turned into text on the way.
 */
export function usePageData<Loader extends (...args: never[]) => Promise<unknown>>(): Awaited<ReturnType<Loader>> {
  return useLoaderData() as Awaited<ReturnType<Loader>>
}
