import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { placeInWords } from '#app/domain/scheduling/session-words.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { StatusBadge } from '../page/status-badge.tsx'
import { WholeNumbers } from '../page/whole-numbers.tsx'
import { SessionTime } from './session-time.tsx'

/** What an evening is, row by row, as staff see it. */
export function SessionFactsList({ session }: { session: BriefingSession }) {
  const { venue, onlineUrl } = session
  const seats = session.capacity ?? venue?.capacity
  return (
    <DefinitionList
      rows={[
        { key: 'wanneer', term: 'Wanneer', value: <SessionTime start={session.start} end={session.end} /> },
        { key: 'waar', term: 'Waar', value: placeInWords({ venue, onlineUrl }) },
        ...(onlineUrl
          ? [
              {
                key: 'link',
                term: 'Online link',
                value: (
                  <a className="long-address" href={onlineUrl}>
                    {onlineUrl}
                  </a>
                ),
              },
            ]
          : []),
        ...(venue?.accessFacts ? [{ key: 'toegang', term: 'Toegang', value: venue.accessFacts }] : []),
        { key: 'plaatsen', term: 'Plaatsen', value: seats === undefined ? 'geen maximum' : seats },
        {
          key: 'sprekers',
          term: 'Sprekers',
          value: session.speakers.map(({ name }) => name).join(', ') || 'nog geen sprekers',
        },
        { key: 'openbaar', term: 'Voor wie', value: session.isPublic ? 'openbaar' : 'besloten' },
        ...(session.explanation
          ? [
              {
                key: 'toelichting',
                term: 'Toelichting',
                value: <span className="kept-lines">{session.explanation}</span>,
              },
            ]
          : []),
        {
          key: 'dos',
          term: 'DOS-nummer',
          value: session.dosNumber ? (
            <WholeNumbers>{session.dosNumber}</WholeNumbers>
          ) : (
            <StatusBadge tone="warning">DOS-nummer ontbreekt</StatusBadge>
          ),
        },
        ...(session.cancelReason
          ? [{ key: 'reden', term: 'Reden', value: <span className="kept-lines">{session.cancelReason}</span> }]
          : []),
      ]}
    />
  )
}
