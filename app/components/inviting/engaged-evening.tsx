import { type SubmissionResult, useForm } from '@conform-to/react'
import { formatMoment } from '#app/domain/calendar-text.ts'
import { councilsOf, joinNames } from '#app/domain/catalogue/join-names.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import {
  type Capacity,
  capacityAnswers,
  type EngagedReply,
  type EngagementClosed,
  engagedAnswers,
} from '#app/domain/inviting/engagement.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { PostForm } from '../form/post-form.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Moment } from '../page/moment.tsx'
import { Notice } from '../page/notice.tsx'
import { Outcome, type OutcomeWords } from '../page/outcome.tsx'
import { EveningFacts } from '../scheduling/evening-facts.tsx'
import { ProgrammeBar } from '../scheduling/programme-bar.tsx'
import { WhyNotCounted } from './why-not-counted.tsx'

type EngagedEveningProps = {
  session: BriefingSession
  capacity: Capacity
  answer: CalendarAnswer
  /** Of a speaker: the blocks that are hers. */
  parts?: readonly string[]
  replies: readonly EngagedReply[]
  closed: EngagementClosed | 'left' | undefined
  preselected: 'yes' | 'no' | undefined
  lastResult: SubmissionResult<string[]> | undefined
}

const closedWords: Record<Exclude<EngagedEveningProps['closed'], undefined>, string> = {
  cancelled: 'Deze bijeenkomst gaat niet door',
  held: 'Deze bijeenkomst is geweest',
  notHeldAnyMore: 'Deze avond wordt niet meer vastgehouden',
  optionExpired: 'De optie is vervallen',
  left: 'Deze bijeenkomst hoort niet meer in uw agenda',
}

const outcomes: OutcomeWords = {
  antwoord: 'Wij hebben uw antwoord bewaard',
  verlopen: {
    kind: 'warning',
    title: 'De tijd van deze bijeenkomst is intussen gewijzigd',
    text: 'Uw antwoord ging over de oude tijd. Bekijk de nieuwe tijd en antwoord opnieuw.',
  },
}

/** One evening for a speaker, a room or a clerk: what is asked, by when, and the answer. Looking changes nothing. */
export function EngagedEvening(props: EngagedEveningProps) {
  const { session, capacity, answer, parts = [], replies, closed, preselected } = props
  const given = answer === 'yes' || answer === 'no' ? answer : undefined
  const [form, fields] = useForm<{ answer?: 'yes' | 'no' }>({
    id: 'antwoord',
    lastResult: props.lastResult,
    defaultValue: { answer: preselected ?? given },
  })
  const isOption = session.status === 'option'
  const asks = closed === undefined && (capacity !== 'clerk' || isOption)
  const words = capacityAnswers[capacity]
  return (
    <>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Outcome words={outcomes} />
      <h1>{session.title}</h1>
      {closed && <Notice kind="warning" title={closedWords[closed]} />}
      {asks && session.optionExpiresAt && (
        <Notice title={`Optie vervalt op ${formatMoment(session.optionExpiresAt)}`}>
          <p>
            {capacity === 'clerk'
              ? 'Wij houden deze avond voor uw raad vast. Horen wij niets, dan vervalt de optie: geen bericht is geen akkoord.'
              : 'De bijeenkomst is nog een optie. U hoort het van ons zodra die vaststaat of vervalt.'}
          </p>
        </Notice>
      )}
      {closed === undefined && capacity === 'clerk' && !isOption && (
        <Notice kind="success" title="Deze bijeenkomst staat vast" />
      )}
      <EveningFacts session={session} showsOnlineLink={closed === undefined} />
      <p>Voor {councilsOf(session.councils.map(({ municipalityName }) => municipalityName))}.</p>
      {asks && (
        <PostForm id={form.id} className="stack">
          <input type="hidden" name="answeredSequence" value={session.sequence} />
          <RadioGroup
            field={fields.answer}
            legend={words.question}
            choices={engagedAnswers.map((value) => ({ value, text: words[value] }))}
          />
          <div className="actions">
            <SubmitButton>{given ? 'Antwoord wijzigen' : 'Antwoord versturen'}</SubmitButton>
          </div>
        </PostForm>
      )}
      <OwnReplies session={session} capacity={capacity} replies={replies} />
      <h2>Programma</h2>
      {parts.length > 0 && (
        <p>
          Uw onderdeel: <strong>{joinNames([...parts])}</strong>.
        </p>
      )}
      <ProgrammeBar blocks={session.programme.map((block) => ({ key: String(block.position), ...block }))} />
    </>
  )
}

type OwnRepliesProps = Pick<EngagedEveningProps, 'capacity' | 'replies'> & {
  session: Pick<BriefingSession, 'sequence' | 'rsvpEpoch'>
}

export function OwnReplies({ session, capacity, replies }: OwnRepliesProps) {
  if (replies.length === 0) return null
  const words = { ...capacityAnswers[capacity], maybe: 'Misschien' }
  return (
    <section aria-labelledby="eerder">
      <h2 id="eerder">{capacity === 'clerk' ? 'Antwoorden van uw griffie' : 'Uw antwoorden'}</h2>
      <ul>
        {replies.map(({ answer, at, by, ...reply }) => (
          <li key={`${at} ${answer} ${by}`}>
            {words[answer]}, {by && `${by}, `}
            <Moment at={at} />
            <WhyNotCounted reply={reply} version={session} />
          </li>
        ))}
      </ul>
    </section>
  )
}
