import type { ReactNode } from 'react'
import { PageFooter } from './page-footer.tsx'
import { PageHeader, type PageHeaderProps } from './page-header.tsx'
import { SkipLink } from './skip-link.tsx'

type PageLayoutProps = PageHeaderProps & {
  /** Over the full width above the content: a <Hero>. */
  hero?: ReactNode
  children: ReactNode
}

/** The page around everything a visitor, a councillor or a clerk sees. Draws on the server only; needs no JavaScript. */
export function PageLayout({ hero, children, ...header }: PageLayoutProps) {
  return (
    <div className="page">
      <SkipLink />
      <PageHeader {...header} />
      <main id="inhoud" tabIndex={-1} className="page-main">
        {hero}
        <div className="page-content">{children}</div>
      </main>
      <PageFooter />
    </div>
  )
}
