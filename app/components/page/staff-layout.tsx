import type { ReactNode } from 'react'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'
import { SkipLink } from './skip-link.tsx'
import { keyOfShortcuts, type StaffDoor, staffNavigation, staffShortcuts } from './staff-navigation.ts'

type StaffLayoutProps = {
  signedIn: { name: string }
  /** Which of the doors this page is behind. */
  current?: StaffDoor
  children: ReactNode
}

/** The page around the work of the province: its doors in a rail, above the content on a phone. */
export function StaffLayout({ signedIn, current, children }: StaffLayoutProps) {
  return (
    <div className="page">
      <SkipLink />
      <PageHeader className="staff-header" links={[]} home="/beheer/wachtrij" signedIn={signedIn} />
      <div className="staff">
        <nav className="staff-nav" aria-label="Hoofdmenu">
          <ul>
            {staffNavigation.map((door, index) => (
              <li key={door.key}>
                <a
                  href={door.href}
                  // biome-ignore lint/a11y/noAccessKey: a shortcut that needs no script and never fires on a bare key (WCAG 2.1.4)
                  accessKey={staffShortcuts[index]?.key}
                  aria-current={door.key === current ? 'page' : undefined}
                >
                  {door.text}
                </a>
              </li>
            ))}
            <li>
              {/* biome-ignore lint/a11y/noAccessKey: the same for the list of them */}
              <a href="/beheer/toetsen" accessKey={keyOfShortcuts}>
                <span aria-hidden="true">?</span>
                <span>Sneltoetsen</span>
              </a>
            </li>
          </ul>
        </nav>
        <main id="inhoud" tabIndex={-1} className="page-main page-content">
          {children}
        </main>
      </div>
      <PageFooter />
    </div>
  )
}
