import type { ReactNode } from 'react'
import {
  type AnswerDoor,
  type AnswerVia,
  answerWords,
  doorWords,
  type GivenAnswer,
  type NotApplied,
  notAppliedWords,
  viaWords,
} from '#app/domain/inviting/answer.ts'
import { Moment } from '../page/moment.tsx'

export type PastAnswer = {
  id: number
  answer: GivenAnswer
  door: AnswerDoor
  at: Temporal.Instant
  sequence: number
  applied: boolean
  remark?: string
  notApplied?: NotApplied
  via?: AnswerVia
  recordedBy?: string
  withdrawn?: { by: string; at: Temporal.Instant }
}

type AnswerHistoryProps = {
  name: string
  answers: readonly PastAnswer[]
  words?: Record<GivenAnswer, string>
  /** What can be done about one of them. */
  below?: (answer: PastAnswer) => ReactNode
  isOpen?: boolean
  /** What was answered was about an earlier time: nothing counts now. */
  isAskedAgain?: boolean
}

/** The answer that counts, and behind it every answer there was: when, through which door, by whom, to which version, and whether it counted. */
export function AnswerHistory({ name, answers, words = answerWords, below, isOpen, isAskedAgain }: AnswerHistoryProps) {
  if (answers.length === 0) return null
  const counting = answers.find(({ applied, withdrawn }) => applied && !withdrawn)
  return (
    <>
      {isAskedAgain && 'Het antwoord ging over een eerder tijdstip.'}
      {!isAskedAgain && (counting ? <HowAndWhen {...counting} /> : 'Geen van de antwoorden telt mee.')}
      <details open={isOpen}>
        <summary>
          Geschiedenis: {answers.length === 1 ? '1 antwoord' : `${answers.length} antwoorden`}
          <span className="visually-hidden"> van {name}</span>
        </summary>
        <ol reversed>
          {answers.map((each) => (
            <li key={each.id}>
              <strong>{words[each.answer]}</strong>, <HowAndWhen {...each} />, op versie {each.sequence + 1} van de
              uitnodiging{each.remark && `: “${each.remark}”`}. {countWords(each)}
              {each.withdrawn && (
                <>
                  {' '}
                  Teruggedraaid door {each.withdrawn.by}, <Moment at={each.withdrawn.at} short />.
                </>
              )}
              {below?.(each)}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

function HowAndWhen({ door, via, at, recordedBy }: PastAnswer) {
  const how = [via && viaWords[via], recordedBy].filter(Boolean).join(': ')
  return (
    <>
      {doorWords[door]}
      {how && ` (${how})`}, <Moment at={at} short />
    </>
  )
}

function countWords({ applied, notApplied, withdrawn }: PastAnswer): string {
  if (withdrawn) return 'Telt niet mee.'
  if (applied) return 'Toegepast.'
  return `Niet toegepast: ${notApplied ? notAppliedWords[notApplied] : 'telt niet mee'}.`
}
