import { SignedInBar } from './signed-in-bar.tsx'

export type NavigationLink = { href: string; text: string; current?: boolean }

/** A logo from BRAND_LOGO_PATH, served by ourselves. `alternative` is empty when the name beside it says the same. */
export type BrandLogo = { src: string; alternative: string }

export type PageHeaderProps = {
  links?: readonly NavigationLink[]
  logo?: BrandLogo
  /** Who is signed in, and for which council or office. Absent for visitors. */
  signedIn?: { name: string; office?: string }
  /** Where the product's name leads. */
  home?: string
  className?: string
}

const publicLinks: readonly NavigationLink[] = [
  { href: '/gemeenten', text: 'Gemeenten' },
  { href: '/onderwerpen', text: 'Onderwerpen' },
  { href: '/inloggen', text: 'Inloggen' },
]

/** The name of the product, three links, and who is signed in. */
export function PageHeader({ links = publicLinks, logo, signedIn, home = '/', className = '' }: PageHeaderProps) {
  return (
    <header className={`page-header ${className}`}>
      <a className="page-brand" href={home}>
        {logo && <img src={logo.src} alt={logo.alternative} />}
        Raadsbriefing
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
