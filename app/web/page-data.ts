import { useLoaderData } from '@remix-run/react'

/** Whoever puts data into text for the browser passes over what stands under a symbol. */
const unsent = Symbol('unsent')

type Unsent<Value> = { readonly [unsent]: Value }

/**
 * Page data that never leaves this process. Remix puts all that a loader gives into text for scripts, also on pages that have none; with much data, such as
 * a whole form, that takes as long as drawing it.
 */
export function onlyHere<Value>(value: Value): Unsent<Value> {
  return { [unsent]: value }
}

/**
 * The loader's values as they are, dates and times included: a page is rendered where its data was read, so that nothing is turned into text on the
 * way.
 */
export function usePageData<Loader extends (...args: never[]) => Promise<unknown>>() {
  const data = useLoaderData() as object
  return (unsent in data ? data[unsent] : data) as Kept<Awaited<ReturnType<Loader>>>
}

type Kept<Data> = Data extends Unsent<infer Value> ? Value : Data
