import { preferenceNames } from '#app/forms/requesting/preferred-dates.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { DateField } from '../form/date-field.tsx'
import { DateWarnings } from './date-warnings.tsx'
import type { FieldNamed } from './named-field.ts'

/** Up to three evenings. What speaks against one is said beside it; the council may choose it all the same. */
export function PreferredDateFields({ warnings, field }: { warnings: readonly string[][]; field: FieldNamed }) {
  const { id, descriptionId } = field('dates')
  return (
    <fieldset className="plain-fieldset stack" id={id} aria-describedby={descriptionId}>
      <legend>Welke avonden hebben uw voorkeur?</legend>
      <p className="quiet" id={descriptionId}>
        Kies uit de kalender of typ een datum, bijvoorbeeld <span className="one-line">12-1-2027</span>. Eén datum is
        genoeg.
      </p>
      {preferenceNames.map((label, index) => (
        <div key={label} className="stack">
          <DateField field={field(`dates[${index}]`)} label={label} optional />
          {!field(`dates[${index}]`).errors?.length && <DateWarnings sentences={warnings[index] ?? []} />}
        </div>
      ))}
      <CheckboxField field={field('otherDateIsFine')} label="Een andere dag is ook goed" />
    </fieldset>
  )
}
