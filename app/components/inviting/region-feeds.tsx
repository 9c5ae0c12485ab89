import type { FieldTexts } from '../form/field-frame.tsx'
import { PostForm } from '../form/post-form.tsx'
import { SelectField } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { CalendarFeed } from './calendar-feed.tsx'

type RegionFeedsProps = {
  regions: readonly {
    id: string
    name: string
    feed: { id: string; version: number; plain: string; webcal: string } | undefined
  }[]
  field: FieldTexts['field']
}

/** For staff: the calendars of the regions they chose, and the way to choose one more. */
export function RegionFeeds({ regions, field }: RegionFeedsProps) {
  const others = regions.filter(({ feed }) => feed === undefined)
  return (
    <>
      {regions.map(
        ({ id, name, feed }) =>
          feed && (
            <section key={id} aria-labelledby={`regio-${id}`}>
              <h2 id={`regio-${id}`}>Bijeenkomsten in {name}</h2>
              <CalendarFeed feed={feed} of={name} />
            </section>
          ),
      )}
      {others.length > 0 && (
        <section aria-labelledby="regio-erbij">
          <h2 id="regio-erbij">Een regio toevoegen</h2>
          <PostForm className="form stack">
            <input type="hidden" name="intent" value="openRegion" />
            <SelectField
              field={field}
              label="Regio"
              prompt="Kies een regio"
              options={others.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <SubmitButton kind="secondary">Agenda-adres maken</SubmitButton>
          </PostForm>
        </section>
      )}
    </>
  )
}
