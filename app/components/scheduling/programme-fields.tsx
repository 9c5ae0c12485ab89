import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { SessionEntries } from '#app/forms/scheduling/session-form.ts'
import { FieldErrors } from '../form/field-errors.tsx'
import { FormField } from '../form/form-field.tsx'
import { describedBy } from '../form/form-field-metadata.ts'

type ProgrammeFieldsProps = {
  form: Pick<FormMetadata, 'insert' | 'remove'>
  field: FieldMetadata<SessionEntries['programme']>
}

/** The blocks of an evening. Order by number, so that it works with a keyboard and without JavaScript; add and remove are buttons that send the form. */
export function ProgrammeFields({ form, field }: ProgrammeFieldsProps) {
  const blocks = field.getFieldList()
  const next = { position: String(blocks.length + 1), title: '', minutes: '', topicId: '' }
  return (
    <fieldset className="form-section" id={field.id} tabIndex={-1} aria-describedby={describedBy(field, true)}>
      <legend>Programma</legend>
      <p className="field-description" id={field.descriptionId}>
        Zet de blokken in de goede volgorde met de volgnummers.
      </p>
      <FieldErrors field={field} />
      {blocks.map((block, index) => {
        const { position, title, minutes, topicId } = block.getFieldset()
        return (
          <fieldset key={block.key} className="block-fields">
            <legend>Blok {index + 1}</legend>
            <FormField field={position} label="Volgnummer" type="number" width={2} />
            <FormField field={title} label="Titel van het blok" />
            <FormField field={minutes} label="Minuten" type="number" width={4} />
            <input type="hidden" name={topicId.name} value={topicId.initialValue ?? ''} />
            <div className="actions">
              <button
                {...form.remove.getButtonProps({ name: field.name, index })}
                className="utrecht-button utrecht-button--subtle"
              >
                Blok {index + 1} verwijderen
              </button>
            </div>
          </fieldset>
        )
      })}
      <div className="actions">
        <button
          {...form.insert.getButtonProps({ name: field.name, defaultValue: next })}
          className="utrecht-button utrecht-button--secondary-action"
        >
          Blok toevoegen
        </button>
      </div>
    </fieldset>
  )
}
