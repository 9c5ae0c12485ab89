import { Textbox } from '@utrecht/textbox-react'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { ButtonLink } from '../page/button-link.tsx'

type CalendarFeedProps = {
  feed: { id: string; version: number; plain: string; webcal: string }
  /** "Leiderdorp": tells several calendars on one page apart. */
  of?: string
}

/** The address of one calendar: to copy, to open, to make new, to end. */
export function CalendarFeed({ feed, of }: CalendarFeedProps) {
  const field = `adres-${feed.id}`
  const which = of && <span className="visually-hidden"> van {of}</span>
  return (
    <div className="stack">
      <div>
        <label className="utrecht-form-label" htmlFor={field}>
          Agenda-adres{which}
        </label>
        <p className="field-description" id={`${field}-uitleg`}>
          Kopieer het hele adres, of open het meteen in uw agendaprogramma.
        </p>
        <Textbox id={field} value={feed.plain} readOnly aria-describedby={`${field}-uitleg`} />
      </div>
      <p>
        <ButtonLink href={feed.webcal}>Openen in mijn agenda{which}</ButtonLink>
      </p>
      <p>
        Kwam het adres bij iemand anders terecht? Maak een nieuw adres. Het oude werkt dan meteen niet meer: stel uw
        agendaprogramma opnieuw in.
      </p>
      <PostForm className="actions">
        <input type="hidden" name="feedId" value={feed.id} />
        <input type="hidden" name="version" value={feed.version} />
        <SubmitButton kind="secondary" name="intent" value="renew">
          Nieuw adres maken{which}
        </SubmitButton>
        <SubmitButton kind="subtle" name="intent" value="end">
          Adres uitzetten{which}
        </SubmitButton>
      </PostForm>
    </div>
  )
}
