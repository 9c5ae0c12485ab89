import type { ReactNode } from 'react'
import { PARTY_NAMES, type Party, type TextSource } from '#app/domain/catalogue/offer.ts'
import { RoleIcon } from './role-icon.tsx'
import { SourceMark } from './source-mark.tsx'

type RoleCardProps = { party: Party; source?: TextSource; children: ReactNode }

/** Who does what: the part of one layer of government in one topic. The council's own part stands out. */
export function RoleCard({ party, source, children }: RoleCardProps) {
  return (
    <article className={party === 'council' ? 'card role-card role-own' : 'card role-card'}>
      <div className="role-name">
        <RoleIcon party={party} />
        <h3>{PARTY_NAMES[party]}</h3>
      </div>
      <p>{children}</p>
      {source && <SourceMark source={source} />}
    </article>
  )
}
