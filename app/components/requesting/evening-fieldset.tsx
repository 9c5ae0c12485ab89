import { weekdayName } from '#app/domain/calendar-text.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { facilities, opennesses, venueKinds } from '#app/domain/requesting/briefing-wish.ts'
import { facilityWords, opennessWords, venueKindWords } from '#app/domain/requesting/wish-words.ts'
import type { RequestFormView } from '#app/forms/requesting/request-form-view.ts'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { FormField } from '../form/form-field.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import type { FieldNamed } from './named-field.ts'
import { PreferredDateFields } from './preferred-date-fields.tsx'

/** When, where and for how many. */
export function EveningFieldset({ view, field }: { view: RequestFormView; field: FieldNamed }) {
  const { lead, waterAuthorities } = view
  return (
    <fieldset className="form-section">
      <legend>
        <h2 className="section-name">3. Wanneer en hoe</h2>
      </legend>
      <FormField
        field={field('expectedCouncillors')}
        label="Hoeveel raadsleden verwacht u?"
        hint={`De raad van ${lead.name} heeft ${lead.seats} zetels. Een schatting is genoeg, namen hoeven niet.`}
        type="number"
        width={4}
      />
      <FormField field={field('expectedNew')} label="Hoeveel van hen zijn nieuw?" type="number" width={4} optional />
      <FormField
        field={field('expectedCommitteeMembers')}
        label="Hoeveel burgerleden verwacht u?"
        hint="Ook wel commissieleden of fractieassistenten."
        type="number"
        width={4}
        optional
      />
      <CheckboxGroup
        field={field('usualEvenings')}
        legend="Op welke avonden vergadert uw raad meestal?"
        hint="Op die avonden plannen wij liever niets."
        optional
        inline
        choices={[1, 2, 3, 4, 5].map((day) => ({ value: String(day), text: weekdayName(day) }))}
      />
      <PreferredDateFields warnings={view.dateWarnings} field={field} />
      <RadioGroup
        field={field('venueKind')}
        legend="Waar wilt u de briefing?"
        choices={venueKinds.map((value) => ({ value, text: venueKindWords[value] }))}
      />
      <FormField
        field={field('venueNote')}
        label="Welke plek of zaal?"
        hint="Alleen nodig als u een andere plek kiest."
        width={20}
        optional
      />
      <RadioGroup
        field={field('openness')}
        legend="Is de briefing openbaar?"
        hint="Openbaar betekent dat iedereen mag komen luisteren of meekijken."
        choices={opennesses.map((value) => ({ value, text: opennessWords[value] }))}
      />
      <CheckboxGroup
        field={field('facilities')}
        legend="Welke voorzieningen zijn nodig?"
        optional
        choices={facilities.map((value) => ({ value, text: facilityWords[value] }))}
      />
      <CheckboxField
        field={field('inviteWaterAuthority')}
        label="Nodig ook het waterschap uit"
        hint={waterAuthorities.length > 0 ? `Uw waterschap: ${joinNames(waterAuthorities)}.` : undefined}
      />
      <TextAreaField field={field('remarks')} label="Wilt u nog iets kwijt?" optional rows={3} />
    </fieldset>
  )
}
