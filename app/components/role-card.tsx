import type { ReactNode } from 'react'
import { RoleIcon, type RoleKey } from './role-icon.tsx'
import { type Source, SourceMark } from './source-mark.tsx'

const names: Record<RoleKey, string> = {
  provincie: 'Provincie',
  raad: 'Gemeenteraad',
  gemeente: 'College en ambtenaren',
  waterschap: 'Waterschap',
  rijk: 'Rijk',
  regio: 'Regio',
}

type RoleCardProps = { role: RoleKey; source?: Source; children: ReactNode; headingLevel?: 3 | 4 }

/** Who does what: the part of one layer of government in one topic. The council's own part stands out. */
export function RoleCard({ role, source, children, headingLevel = 3 }: RoleCardProps) {
  const Heading = headingLevel === 4 ? 'h4' : 'h3'
  return (
    <article className={role === 'raad' ? 'card role-card role-own' : 'card role-card'}>
      <div className="role-name">
        <RoleIcon role={role} />
        <Heading>{names[role]}</Heading>
      </div>
      <p>{children}</p>
      {source && <SourceMark source={source} />}
    </article>
  )
}
