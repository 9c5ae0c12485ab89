import { hasLeft, type Place } from '#app/domain/attending/registration.ts'
import {
  type AnswerDoor,
  type AnswerVia,
  answerWords,
  doorWords,
  type GivenAnswer,
  type KeptAnswer,
  viaWords,
} from '#app/domain/inviting/answer.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { PostForm } from '../form/post-form.tsx'
import { SelectField } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { WhyNotCounted } from '../inviting/why-not-counted.tsx'
import { Moment } from '../page/moment.tsx'
import { facilityOptions } from './registration-fields.tsx'

type OwnReply = KeptAnswer & {
  id: number
  answer: GivenAnswer
  door: AnswerDoor
  answeredAt: Temporal.Instant
  via: AnswerVia | undefined
}

type Version = Pick<BriefingSession, 'sequence' | 'rsvpEpoch'>

type OwnRegistrationFormsProps = {
  /** Of the evening as it is now: an answer about an earlier time does not count any more. */
  version: Version
  registration: { place: Place; facility: string | undefined }
  replies: readonly OwnReply[]
}

/** What somebody needs, how to leave, and what she answered so far. */
export function OwnRegistrationForms({ version, registration, replies }: OwnRegistrationFormsProps) {
  const { place, facility } = registration
  const field = {
    id: 'voorziening',
    name: 'facility',
    errorId: 'voorziening-fout',
    descriptionId: 'voorziening-uitleg',
    initialValue: facility ?? '',
  }
  return (
    <>
      {replies.length > 0 && (
        <section aria-labelledby="eerder">
          <h2 id="eerder">Wat u antwoordde</h2>
          <ul>
            {replies.map((reply) => (
              <li key={reply.id}>
                {answerWords[reply.answer]}, {doorWords[reply.door]}
                {reply.via && ` (${viaWords[reply.via]})`}, <Moment at={reply.answeredAt} />
                <WhyNotCounted reply={reply} version={version} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {!hasLeft(place) && (
        <>
          <section aria-labelledby="nodig">
            <h2 id="nodig">Wat u nodig hebt</h2>
            <PostForm className="stack">
              <input type="hidden" name="intent" value="facility" />
              <SelectField
                field={field}
                label="Hebt u iets nodig om mee te doen?"
                optional
                prompt="Nee, niets"
                options={facilityOptions}
              />
              <div className="actions">
                <SubmitButton kind="secondary">Bewaren</SubmitButton>
              </div>
            </PostForm>
          </section>
          <section aria-labelledby="afmelden">
            <h2 id="afmelden">Afmelden</h2>
            <p>
              {place === 'waiting'
                ? 'U verliest uw plek op de wachtlijst.'
                : 'Iemand anders kan dan uw plaats krijgen. U krijgt een mail die de afspraak uit uw agenda haalt.'}
            </p>
            <PostForm>
              <input type="hidden" name="intent" value="unregister" />
              <SubmitButton kind="secondary" danger>
                Mij afmelden
              </SubmitButton>
            </PostForm>
          </section>
        </>
      )}
    </>
  )
}
