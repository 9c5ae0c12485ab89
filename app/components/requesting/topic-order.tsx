import { mostTopics } from '#app/domain/requesting/briefing-wish.ts'
import type { TopicChoice } from '#app/forms/requesting/request-form-view.ts'
import { TopicIcon } from '../catalogue/topic-icon.tsx'
import { FieldTheirs } from '../form/field-theirs.tsx'
import { describedBy, type FormFieldMetadata, initialText } from '../form/form-field-metadata.ts'

const places = ['1e', '2e', '3e', '4e'].slice(0, mostTopics)

/** One topic with its place in the programme. */
export function TopicOrder({ topic, field }: { topic: TopicChoice; field: FormFieldMetadata }) {
  return (
    <li className="topic-order">
      <TopicIcon topic={topic.id} />
      <div>
        <label htmlFor={field.id}>{topic.title}</label>
        <p className="quiet" id={field.descriptionId}>
          {topic.why} {topic.minutesShort} of {topic.minutes} minuten.
        </p>
        <FieldTheirs field={field} />
      </div>
      <select
        id={field.id}
        name={field.name}
        className="utrecht-select"
        defaultValue={initialText(field) ?? ''}
        aria-describedby={describedBy(field, true)}
      >
        <option value="">niet</option>
        {places.map((place, index) => (
          <option key={place} value={index + 1}>
            {place}
          </option>
        ))}
      </select>
    </li>
  )
}
