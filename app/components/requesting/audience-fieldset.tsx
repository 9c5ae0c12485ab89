import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { regionInSentence } from '#app/domain/catalogue/place.ts'
import type { RequestFormView } from '#app/forms/requesting/request-form-view.ts'
import { FieldErrors } from '../form/field-errors.tsx'
import { FieldTheirs } from '../form/field-theirs.tsx'
import { describedBy, initialChoices } from '../form/form-field-metadata.ts'
import { RadioGroup } from '../form/radio-group.tsx'
import { SelectField } from '../form/select-field.tsx'
import { CouncilChoices } from './council-choices.tsx'
import type { FieldNamed } from './named-field.ts'

/** For whom: this council, its region, or councils chosen one by one. */
export function AudienceFieldset({ view, field }: { view: RequestFormView; field: FieldNamed }) {
  const { lead, regions, otherCouncils } = view
  const [region] = regions
  const others = field('coCouncilIds')
  const chosen = initialChoices(others)
  return (
    <fieldset className="form-section">
      <legend>
        <h2 className="section-name">1. Voor wie</h2>
      </legend>
      <RadioGroup
        field={field('audience')}
        legend="Voor welke raad of raden is de briefing?"
        framed
        choices={[
          { value: 'council', text: `Alleen de raad van ${lead.name}` },
          ...(region ? [regionChoice(regions)] : []),
          {
            value: 'councils',
            text: 'Onze raad met andere raden',
            hint: 'Kies hieronder welke. De provincie vraagt hun griffies of zij meedoen.',
          },
        ]}
      />
      {regions.length > 1 ? (
        <SelectField
          field={field('regionId')}
          label="Welke regio?"
          hint="Alleen nodig als u voor een regio aanvraagt."
          optional
          options={regions.map(({ id, name }) => ({ value: id, text: name }))}
        />
      ) : (
        region && <input type="hidden" name="regionId" value={region.id} />
      )}
      <fieldset id={others.id} tabIndex={-1} className="plain-fieldset" aria-describedby={describedBy(others, false)}>
        <legend className="visually-hidden">Andere raden</legend>
        <FieldErrors field={others} />
        <FieldTheirs field={others} />
        <details open={chosen.length > 0 || Boolean(others.errors?.length)}>
          <summary>Andere raden kiezen</summary>
          {otherCouncils.map((group) => (
            <CouncilChoices key={group.name} group={group} chosen={chosen} />
          ))}
        </details>
      </fieldset>
    </fieldset>
  )
}

function regionChoice(regions: RequestFormView['regions']) {
  const [region] = regions
  if (regions.length > 1 || !region) return { value: 'region', text: 'Alle raden in een van onze regio’s' }
  return {
    value: 'region',
    text: `Alle raden in ${regionInSentence(region.name)}`,
    hint: region.names.length > 0 ? `Samen met ${joinNames(region.names)}.` : undefined,
  }
}
