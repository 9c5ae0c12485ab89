import {
  facilityWords,
  type ParticipantRole,
  type Place,
  participantRoleWords,
  standingWords,
} from '#app/domain/attending/registration.ts'
import { answerWords } from '#app/domain/inviting/answer.ts'
import { AnswerHistory, type PastAnswer } from '../inviting/answer-history.tsx'
import { type Column, DataTable } from '../page/data-table.tsx'
import { EmptyState } from '../page/empty-state.tsx'
import { StatusBadge } from '../page/status-badge.tsx'

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
  personId: string
  replies: readonly PastAnswer[]
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
    {
      key: 'how',
      header: 'Hoe en wanneer',
      cell: ({ name, answer, replies }) => (
        <AnswerHistory
          name={name}
          answers={replies}
          isAskedAgain={answer === 'none' && replies.some(({ applied, withdrawn }) => applied && !withdrawn)}
        />
      ),
    },
    { key: 'place', header: 'Aanmelding', cell: standingWords },
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

/** Never the address itself: a clerk does not see it, and staff cannot tell what is wrong with it. */
function Name({
  name,
  personId,
  isUnreachable,
  phone,
  audience,
}: RegisterLine & Pick<AnswerRegisterProps, 'audience'>) {
  if (!isUnreachable) return name
  return (
    <>
      {name}
      <span className="cell-note">
        <StatusBadge tone="danger">Mail kwam niet aan: het adres klopt niet</StatusBadge>
      </span>
      {audience === 'staff' && (
        <>
          {phone ? `Bel ${phone}` : 'Geen telefoonnummer bekend: bel de griffie'}
          <br />
          <a href={`/beheer/post/adres/${personId}`}>
            Adres herstellen<span className="visually-hidden"> van {name}</span>
          </a>
        </>
      )}
    </>
  )
}
