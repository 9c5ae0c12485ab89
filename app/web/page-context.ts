import { createContext, useContext } from 'react'

/** Facts of this one answer that the server hands to the page without a loader. */
export type PageFacts = {
  reference: string
  /** Address of the logo in the header; undefined without one. */
  logoSrc?: string | undefined
}

export const PageContext = createContext<PageFacts>({ reference: '' })

export function usePageFacts(): PageFacts {
  return useContext(PageContext)
}
