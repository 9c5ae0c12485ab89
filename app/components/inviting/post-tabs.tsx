const tabs = [
  { key: 'uit', href: '/beheer/post', text: 'Uitgaand' },
  { key: 'binnen', href: '/beheer/post/binnen', text: 'Binnengekomen' },
  { key: 'onbekend', href: '/beheer/post/onbekend', text: 'Onbekende reacties' },
  { key: 'voorbeelden', href: '/beheer/post/voorbeelden', text: 'Voorbeelden' },
] as const

export type PostTab = (typeof tabs)[number]['key']

/** The ways through the mail, the same on each of its pages. */
export function PostTabs({ current }: { current: PostTab }) {
  return (
    <nav className="post-tabs" aria-label="Post">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.key}>
            <a href={tab.href} aria-current={tab.key === current ? 'page' : undefined}>
              {tab.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
