import { capital } from '#app/domain/first-letter.ts'
import type { RequestFormView, TopicChoice } from '#app/forms/requesting/request-form-view.ts'
import { FieldErrors } from '../form/field-errors.tsx'
import { describedBy, initialText } from '../form/form-field-metadata.ts'
import { RadioGroup } from '../form/radio-group.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { ProgrammeBar } from '../scheduling/programme-bar.tsx'
import type { FieldNamed } from './named-field.ts'
import { RunningClock } from './running-clock.tsx'
import { TopicOrder } from './topic-order.tsx'

/** Topics in view from the start; the others are one press away. */
const inView = 6

/** About what: up to four topics in order, the form of the evening, and the council's own question. */
export function TopicsFieldset({ view, field }: { view: RequestFormView; field: FieldNamed }) {
  const { emptyState, formats, programme } = view
  const order = field('order')
  const number = ({ id }: TopicChoice) => Number(initialText(field(`order.${id}`)) ?? 0)
  const chosen = view.topics.filter((topic) => number(topic) > 0).sort((one, other) => number(one) - number(other))
  const topics = [...chosen, ...view.topics.filter((topic) => number(topic) === 0)]
  const shown = Math.max(inView, chosen.length)
  const listed = (some: TopicChoice[]) => (
    <ul className="topic-orders">
      {some.map((topic) => (
        <TopicOrder key={topic.id} topic={topic} field={field(`order.${topic.id}`)} />
      ))}
    </ul>
  )
  return (
    <fieldset className="form-section">
      <legend>
        <h2 className="section-name">2. Waarover</h2>
      </legend>
      <fieldset
        id={order.id}
        tabIndex={-1}
        className="plain-fieldset stack"
        aria-describedby={describedBy(order, false)}
      >
        <legend>Kies één tot vier onderwerpen en zet ze op volgorde.</legend>
        {emptyState && <p className="quiet">{emptyState}</p>}
        <FieldErrors field={order} />
        {listed(topics.slice(0, shown))}
        <details>
          <summary>Meer onderwerpen</summary>
          {listed(topics.slice(shown))}
        </details>
      </fieldset>
      <RadioGroup
        field={field('formatId')}
        legend="Welke vorm past bij uw raad?"
        framed
        choices={formats.map(({ id, title, minutes, setup, audience }) => ({
          value: id,
          text: `${title} (${minutes} minuten)`,
          hint: `${capital(setup)}. Voor ${audience}.`,
        }))}
      />
      <section className="form-aside" id="programma" aria-labelledby="programma-kop">
        <h3 id="programma-kop">Uw programma tot nu toe</h3>
        <RunningClock view={view}>
          {programme.blocks.length > 0 ? (
            <ProgrammeBar blocks={programme.blocks} />
          ) : (
            <p>Kies eerst een onderwerp. Daarna ziet u hier hoe lang het duurt.</p>
          )}
          {programme.left && <p>{capital(programme.left)}.</p>}
        </RunningClock>
        <SubmitButton kind="secondary" name="intent" value="update">
          Bijwerken
        </SubmitButton>
      </section>
      <TextAreaField
        field={field('councilQuestion')}
        label="Wat wil uw raad weten?"
        hint="De vraag van de raad in eigen woorden. Of noem het raadsvoorstel waar dit bij hoort."
        optional
        rows={4}
      />
    </fieldset>
  )
}
