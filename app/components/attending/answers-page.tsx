import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { answerCounts } from '#app/domain/attending/answer-counts.ts'
import type { CouncilReminding } from '#app/domain/inviting/council-reminder.ts'
import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { RemindLink } from '../inviting/remind-link.tsx'
import { UnreachableNotice } from '../inviting/unreachable-notice.tsx'
import { Outcome, type OutcomeWords } from '../page/outcome.tsx'
import { SessionTime } from '../scheduling/session-time.tsx'
import { AnswerByHand } from './answer-by-hand.tsx'
import { AnswerRegister, type RegisterLine } from './answer-register.tsx'
import { AnswersBar } from './answers-bar.tsx'

type AnswersPageProps = {
  session: { title: string; status: SessionStatus; start: Temporal.Instant; end: Temporal.Instant; sequence: number }
  rows: readonly RegisterLine[]
  audience: 'clerk' | 'staff'
  /** Whose answers these are, when they are not those of everybody: "de raad van Leiden". */
  councils?: string
  isOpen: boolean
  /** Undefined once nobody can be asked any more. */
  reminding: { councils: readonly CouncilReminding[]; href: string } | undefined
  lastResult: SubmissionResult<string[]> | undefined
  /** Below the register: what only this audience needs. */
  children?: ReactNode
}

const outcomes: OutcomeWords = {
  bewaard: 'De reactie is bewaard',
  herinnerd: 'De herinneringen zijn onderweg',
  verlopen: {
    kind: 'warning',
    title: 'De tijd is intussen gewijzigd: deze reactie telt niet mee. Vraag het opnieuw.',
  },
}

/** The register of answers of one evening, with the totals above it. */
export function AnswersPage({
  session,
  rows,
  audience,
  councils,
  isOpen,
  reminding,
  lastResult,
  children,
}: AnswersPageProps) {
  const [form, fields] = useForm<{ registrationId: string; answer: string }>({ id: 'reactie', lastResult })
  return (
    <>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Outcome words={outcomes} />
      <h1>Reacties op “{session.title}”</h1>
      <p className="lead">
        <SessionTime start={session.start} end={session.end} />
      </p>
      {councils && <p>Dit zijn de reacties uit {councils}.</p>}
      {rows.length > 0 && <AnswersBar counts={answerCounts(rows)} />}
      {isOpen && (
        <UnreachableNotice people={rows.filter(({ isUnreachable }) => isUnreachable).length} audience={audience} />
      )}
      <AnswerRegister rows={rows} audience={audience} />
      {reminding && rows.length > 0 && <RemindLink {...reminding} />}
      {isOpen && rows.length > 0 && <AnswerByHand fields={fields} people={rows} sequence={session.sequence} />}
      {children}
    </>
  )
}
