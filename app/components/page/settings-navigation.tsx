const pages = [
  { key: 'sprekers', href: '/beheer/sprekers', text: 'Sprekers', forAdministrators: false },
  { key: 'zalen', href: '/beheer/zalen', text: 'Zalen', forAdministrators: false },
  { key: 'personen', href: '/beheer/personen', text: 'Personen en rollen', forAdministrators: true },
] as const

type SettingsNavigationProps = { current: (typeof pages)[number]['key']; mayAppoint: boolean }

/** What is behind the door "Beheer", as far as this role may come. */
export function SettingsNavigation({ current, mayAppoint }: SettingsNavigationProps) {
  return (
    <nav aria-label="Beheer">
      <ul className="inline-list">
        {pages
          .filter(({ forAdministrators }) => mayAppoint || !forAdministrators)
          .map(({ key, href, text }) => (
            <li key={key}>
              <a href={href} aria-current={key === current ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
