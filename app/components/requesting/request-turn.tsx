import type { ComponentProps } from 'react'
import type { Turn } from '#app/domain/requesting/status.ts'
import { ButtonLink } from '../page/button-link.tsx'
import { Timeline } from '../page/timeline.tsx'
import { WhoseTurn } from '../page/whose-turn.tsx'

type RequestTurnProps = {
  view: ComponentProps<typeof Timeline> & {
    reference: string
    turn: Turn
    nextStep: string
    deadline: string | undefined
    openProposal: object | undefined
    may: { answer: boolean; goOn: boolean; withdraw: boolean }
  }
  /** The evening that is held for a council of the reader, whose turn it is until she has answered. */
  option: { href: string; deadline: string; nextStep: string; hasAnswered: boolean } | undefined
  /** Who asked: "U", or the office that did. */
  asker: string
  isReaderAtTurn: boolean
  /** A council of the reader was asked along and may still say yes or no. */
  mayAnswer: boolean
}

const turnWords = { province: 'De provincie', coRequesters: 'De andere griffies', nobody: 'Niemand' }

/** Beside a request: whose turn it is and what to do, what happened, and what the reader may do otherwise. */
export function RequestTurn({ view, option, asker, isReaderAtTurn, mayAnswer }: RequestTurnProps) {
  const here = `/aanvraag/${view.reference}`
  const answering = view.turn === 'requester' ? asker : isReaderAtTurn ? 'U' : turnWords[view.turn]
  const who = option ? (option.hasAnswered ? turnWords.province : 'U') : answering
  return (
    <>
      <WhoseTurn
        who={who}
        isReader={option ? !option.hasAnswered : isReaderAtTurn}
        deadline={option?.deadline ?? view.deadline}
        action={
          (option && (
            <ButtonLink href={option.href}>
              {option.hasAnswered ? 'Antwoord bekijken' : 'Optie beantwoorden'}
            </ButtonLink>
          )) ||
          (view.may.answer && <ButtonLink href={`${here}/antwoord`}>Vraag beantwoorden</ButtonLink>) ||
          (view.openProposal && <ButtonLink href="#voorstel">Avond kiezen</ButtonLink>) ||
          (view.may.goOn && (
            <ButtonLink kind="secondary" href={`${here}/verder`}>
              Niet langer wachten
            </ButtonLink>
          )) ||
          (isReaderAtTurn && mayAnswer && (
            <ButtonLink href={`${here}/meedoen`}>Laat weten of uw raad meedoet</ButtonLink>
          ))
        }
      >
        {option?.nextStep ?? view.nextStep}
      </WhoseTurn>
      <Timeline events={view.events} />
      {mayAnswer && !isReaderAtTurn && (
        <p>
          <a href={`${here}/meedoen`}>Antwoord van uw raad bekijken of wijzigen</a>
        </p>
      )}
      {view.may.withdraw && (
        <p>
          <a href={`${here}/intrekken`}>Aanvraag intrekken</a>
        </p>
      )}
    </>
  )
}
