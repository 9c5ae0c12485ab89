import type { ReactNode } from 'react'
import { PARTY_NAMES, type Party, type TextSource } from '#app/domain/catalogue/offer.ts'
import { RoleIcon } from './role-icon.tsx'
import { SourceMark } from './source-mark.tsx'

type RoleCardProps = { party: Party; source?: TextSource; children: ReactNode; headingLevel?: 3 | 4 }

/** Who does what: the part of one layer of government in one topic. The council's own part stands out. */
export function RoleCard({ party, source, children, headingLevel = 3 }: RoleCardProps) {
  const Heading = headingLevel === 4 ? 'h4' : 'h3'
  return (
    <article className={party === 'council' ? 'card role-card role-own' : 'card role-card'}>
      <div className="role-name">
        <RoleIcon party={party} />
        <Heading>{PARTY_NAMES[party]}</Heading>
      </div>
      <p>{children}</p>
      {source && <SourceMark source={source} />}
    </article>
  )
}
