import {
  facilityWords,
  type ParticipantRole,
  type Place,
  participantRoleWords,
  placeWords,
} from '#app/domain/attending/registration.ts'
import { type AnswerDoor, answerWords, doorWords, type GivenAnswer } from '#app/domain/inviting/answer.ts'
import { type Column, DataTable } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { Moment } from './moment.tsx'
import { StatusBadge } from './status-badge.tsx'

type ShownReply = { answer: GivenAnswer; door: AnswerDoor; at: Temporal.Instant; applied: boolean; recordedBy?: string }

export type RegisterLine = {
  registrationId: string
  name: string
  role: ParticipantRole
  municipalityName: string
  place: Place
  answer: keyof typeof answerWords
  /** Mail to her came back. */
  isUnreachable: boolean
  /** For staff only. */
  phone?: string
  facility?: string
  question?: string
  replies: readonly ShownReply[]
}

type AnswerRegisterProps = {
  rows: readonly RegisterLine[]
  /** Staff see every council, and what somebody needs and asks. */
  audience: 'clerk' | 'staff'
}

/** Everybody by name with the last answer, through which door it came and when. */
export function AnswerRegister({ rows, audience }: AnswerRegisterProps) {
  const forStaff: Column<RegisterLine>[] = [
    { key: 'council', header: 'Raad', cell: ({ municipalityName }) => municipalityName },
    { key: 'facility', header: 'Nodig', cell: ({ facility }) => (facility ? facilityWords(facility) : '') },
    { key: 'question', header: 'Vraag vooraf', cell: ({ question }) => question ?? '' },
  ]
  const columns: Column<RegisterLine>[] = [
    { key: 'name', header: 'Naam', cell: (row) => <Name {...row} audience={audience} /> },
    { key: 'role', header: 'Rol', cell: ({ role }) => participantRoleWords[role] },
    { key: 'answer', header: 'Reactie', cell: ({ answer }) => answerWords[answer] },
    { key: 'how', header: 'Hoe en wanneer', cell: ({ replies }) => <Replies replies={replies} /> },
    { key: 'place', header: 'Plaats', cell: ({ place }) => placeWords[place] },
    ...(audience === 'staff' ? forStaff : []),
  ]
  return (
    <DataTable
      caption="Reacties per deelnemer"
      columns={columns}
      rows={rows}
      rowKey={({ registrationId }) => registrationId}
      empty={
        <EmptyState title="Nog niemand aangemeld">
          Zodra iemand zich aanmeldt met de link van de raad, ziet u hier de naam en de reactie.
        </EmptyState>
      }
    />
  )
}

/** Never the address itself: a griffie does not see it, and staff cannot tell what is wrong with it. */
function Name({ name, isUnreachable, phone, audience }: RegisterLine & Pick<AnswerRegisterProps, 'audience'>) {
  if (!isUnreachable) return name
  return (
    <>
      {name}
      <br />
      <StatusBadge tone="danger">Mail kwam niet aan: het adres klopt niet</StatusBadge>
      {audience === 'staff' && (
        <>
          <br />
          {phone ? `Bel ${phone}` : 'Geen telefoonnummer bekend: bel de griffie'}
        </>
      )}
    </>
  )
}

/** The last answer, and behind it every earlier one. */
function Replies({ replies }: { replies: readonly ShownReply[] }) {
  const [last, ...earlier] = replies
  if (last === undefined) return null
  return (
    <>
      <Reply {...last} />
      {earlier.length > 0 && (
        <details>
          <summary>Eerder: {earlier.length}</summary>
          <ul>
            {earlier.map((reply) => (
              <li key={`${reply.at} ${reply.answer} ${reply.door}`}>
                <Reply {...reply} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Reply({ answer, door, at, applied, recordedBy }: ShownReply) {
  return (
    <>
      {answerWords[answer]}, {doorWords[door]}
      {recordedBy && ` (${recordedBy})`}, <Moment at={at} />
      {!applied && ' (over een eerdere tijd, telt niet mee)'}
    </>
  )
}
