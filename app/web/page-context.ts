import { createContext, useContext } from 'react'

/** Facts of this one answer that the server hands to the page without a loader. Empty in the browser: a page that hydrates needs neither again. */
export type PageFacts = {
  nonce: string
  reference: string
  /** Address of the logo in the header; undefined without one. */
  logoSrc?: string | undefined
}

export const PageContext = createContext<PageFacts>({ nonce: '', reference: '' })

export function usePageFacts(): PageFacts {
  return useContext(PageContext)
}
