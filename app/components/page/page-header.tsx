import { usePageFacts } from '#app/web/page-context.ts'
import { SignedInBar } from './signed-in-bar.tsx'

export type NavigationLink = { href: string; text: string; current?: boolean }

export type PageHeaderProps = {
  links?: readonly NavigationLink[]
  /** Who is signed in, and for which council or office. Absent for visitors. */
  signedIn?: { name: string; office?: string }
  /** Where the product's name leads. */
  home?: string
  className?: string
}

/** A public page is kept for everybody and does not know who reads it: its link leads whoever is signed in to her own start, and others to signing in. */
const linksFor = (isSignedIn: boolean): readonly NavigationLink[] => [
  { href: '/gemeenten', text: 'Gemeenten' },
  { href: '/onderwerpen', text: 'Onderwerpen' },
  isSignedIn ? { href: '/account', text: 'Mijn gegevens' } : { href: '/inloggen', text: 'Mijn omgeving' },
]

/** The name of the product, with the logo of BRAND_LOGO_PATH before it; three links, and who is signed in. */
export function PageHeader({
  signedIn,
  links = linksFor(signedIn !== undefined),
  home = '/',
  className = '',
}: PageHeaderProps) {
  const { logoSrc } = usePageFacts()
  return (
    <header className={`page-header ${className}`}>
      <a className="page-brand" href={home}>
        {logoSrc && <img src={logoSrc} alt="Raadsbriefing" />}
        <span aria-hidden={logoSrc ? true : undefined}>Raadsbriefing</span>
      </a>
      {links.length > 0 && (
        <nav className="page-nav" aria-label="Hoofdmenu">
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {signedIn && <SignedInBar {...signedIn} />}
    </header>
  )
}
