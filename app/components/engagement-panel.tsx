import { doorWords } from '#app/domain/inviting/answer.ts'
import { type Capacity, capacityWords, type EngagedReply, engagedAnswerWords } from '#app/domain/inviting/engagement.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Moment } from './moment.tsx'
import { Notice } from './notice.tsx'

type Line = {
  key: string
  capacity: Capacity
  name: string
  municipalityName: string | undefined
  reach: 'toCall' | 'toInvite' | 'ready' | 'sent' | 'undelivered' | 'cancelled'
  answer: Parameters<typeof engagedAnswerWords>[1]
  replies: readonly (EngagedReply & { remark: string })[]
}

type EngagementPanelProps = {
  /** Of this evening, for the doors. */
  path: string
  lines: readonly Line[]
  /** People have it in their calendars: whoever was not invited yet can be. */
  isInCalendars: boolean
}

const reachWords: Record<Line['reach'], string> = {
  toCall: 'geen adres: bel',
  toInvite: 'nog niet uitgenodigd',
  ready: 'klaar om te versturen',
  sent: 'verzonden',
  undelivered: 'niet bezorgd: bel',
  cancelled: 'afgezegd',
}

/** Speakers, the room and the clerks who hold an option: who can, who cannot, and what staff have to do about it. */
export function EngagementPanel({ path, lines, isInCalendars }: EngagementPanelProps) {
  if (lines.length === 0) return null
  const columns: Column<Line>[] = [
    { key: 'name', header: 'Wie', cell: ({ name }) => name },
    {
      key: 'as',
      header: 'Als',
      cell: ({ capacity, municipalityName }) => [capacityWords[capacity], municipalityName].filter(Boolean).join(' '),
    },
    { key: 'mail', header: 'Uitnodiging', cell: ({ reach }) => reachWords[reach] },
    { key: 'answer', header: 'Antwoord', cell: (line) => <Answer line={line} /> },
  ]
  const toInvite = isInCalendars && lines.some(({ reach }) => reach === 'toInvite')
  return (
    <section aria-labelledby="betrokkenen" className="stack">
      <h2 id="betrokkenen">Sprekers, zaal en griffie</h2>
      {lines.map((line) => (
        <Task key={line.key} line={line} path={path} />
      ))}
      <DataTable caption="Wie er nodig is" columns={columns} rows={lines} rowKey={({ key }) => key} />
      {toInvite && (
        <p>
          <a href={`${path}/uitnodigen`}>Nodig uit wie nog niets kreeg</a>
        </p>
      )}
      {!isInCalendars && <p className="quiet">Zij krijgen een uitnodiging zodra u de optie aanbiedt of publiceert.</p>}
    </section>
  )
}

/** A no is a task, said as what to do. */
function Task({ line: { capacity, name, answer, municipalityName }, path }: { line: Line; path: string }) {
  if (answer !== 'no') return null
  const change = <a href={`${path}/bewerken`}>Bijeenkomst wijzigen</a>
  switch (capacity) {
    case 'speaker':
      return (
        <Notice kind="warning" title="Spreker kan niet: kies een ander">
          <p>
            {name} kan niet spreken. {change}
          </p>
        </Notice>
      )
    case 'venue':
      return (
        <Notice kind="warning" title="Zaal heeft afgewezen: kies een andere zaal">
          <p>
            {name} is niet beschikbaar. {change}
          </p>
        </Notice>
      )
    case 'clerk':
      return (
        <Notice kind="warning" title="Griffie gaat niet akkoord: zoek een andere avond">
          <p>
            {name} ({municipalityName}) gaat niet akkoord. {change}
          </p>
        </Notice>
      )
  }
}

function Answer({ line: { capacity, answer, replies } }: { line: Line }) {
  const [last, ...earlier] = replies
  return (
    <>
      {engagedAnswerWords(capacity, answer)}
      {last && (
        <>
          {' '}
          <Said reply={last} />
        </>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>Eerder: {earlier.length}</summary>
          <ul>
            {earlier.map((reply) => (
              <li key={`${reply.at} ${reply.answer} ${reply.door}`}>
                {engagedAnswerWords(capacity, reply.answer)} <Said reply={reply} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Said({ reply }: { reply: Line['replies'][number] }) {
  return (
    <span className="quiet">
      ({doorWords[reply.door]}, <Moment at={reply.at} />
      {reply.remark && `: “${reply.remark}”`}
      {!reply.applied && ', over een eerdere tijd, telt niet mee'})
    </span>
  )
}
