import { type SubmissionResult, useForm } from '@conform-to/react'
import type { CouncilReminding } from '#app/domain/inviting/council-reminder.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { PostForm } from '../form/post-form.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Notice } from '../page/notice.tsx'
import { SessionTime } from '../scheduling/session-time.tsx'
import { passedOverInWords, remindedInWords, silentCount, turnsInWords } from './remind-words.ts'

type RemindPageProps = {
  session: { title: string; start: Temporal.Instant; end: Temporal.Instant }
  councils: readonly CouncilReminding[]
  /** False once the evening began or was called off. */
  isOpen: boolean
  orderId: string
  back: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Before anything is mailed: how many get a reminder, how many not and why. Numbers, never names. */
export function RemindPage({ session, councils, isOpen, orderId, back, lastResult }: RemindPageProps) {
  const [form] = useForm<{ opdracht: string }>({ id: 'herinneren', lastResult })
  const mails = isOpen
    ? councils.reduce((sum, { refused, silent }) => sum + (refused === undefined ? silent.mailed : 0), 0)
    : 0
  return (
    <>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <h1>Herinner wie nog niet reageerde</h1>
      <p className="lead">
        {session.title}, <SessionTime start={session.start} end={session.end} />
      </p>
      {isOpen ? (
        councils.map((council) => (
          <CouncilPreview key={council.councilId} council={council} isNamed={councils.length > 1} />
        ))
      ) : (
        <Notice title="Herinneren kan niet meer">
          <p>De bijeenkomst is al begonnen, is geweest of gaat niet door.</p>
        </Notice>
      )}
      {mails > 0 && (
        <PostForm>
          <input type="hidden" id={`${form.id}-opdracht`} name="opdracht" value={orderId} />
          <p>Er is nog niets verstuurd. Wie al antwoordde of nog geen plaats heeft, krijgt niets.</p>
          <div className="actions">
            <SubmitButton>{mails === 1 ? '1 herinnering versturen' : `${mails} herinneringen versturen`}</SubmitButton>
          </div>
        </PostForm>
      )}
      <p>
        <a href={back}>Terug naar de reacties</a>
      </p>
    </>
  )
}

function CouncilPreview({ council, isNamed }: { council: CouncilReminding; isNamed: boolean }) {
  const { municipalityName, done, refused, silent } = council
  const passedOver = passedOverInWords(silent)
  return (
    <section aria-label={`Raad van ${municipalityName}`}>
      {isNamed && <h2>{municipalityName}</h2>}
      {silentCount(silent) === 0 && <p>Iedereen met een plaats heeft gereageerd.</p>}
      {silentCount(silent) > 0 && refused === undefined && <p>{remindedInWords(silent)}</p>}
      {refused === undefined && passedOver.length > 0 && (
        <>
          <p>Wie geen herinnering krijgt:</p>
          <ul>
            {passedOver.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {(silentCount(silent) > 0 || done.length > 0) && <p>{turnsInWords(council)}</p>}
    </section>
  )
}
