import { SelectField, type SelectOption } from '../select-field.tsx'
import { SubmitButton } from '../submit-button.tsx'
import { namedField } from './named-field.ts'
import { RequesterLayout, type SignedInRequester } from './requester-layout.tsx'

type ChooseMunicipalityProps = {
  signedIn: SignedInRequester | undefined
  municipalities: readonly SelectOption[]
  topicId: string | undefined
}

/** A request is always of one council first: the form is made to measure for it. */
export function ChooseMunicipality({ signedIn, municipalities, topicId }: ChooseMunicipalityProps) {
  const field = namedField({ id: 'kiezen', allErrors: {} }, 'gemeente', undefined)
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <h1>Briefing aanvragen</h1>
      <p className="lead">Voor welke gemeenteraad vraagt u een briefing aan? Wij stellen dan voor wat bij u past.</p>
      <form method="get" action="/aanvragen" className="form stack">
        <SelectField field={field} label="Gemeente" options={municipalities} />
        {topicId && <input type="hidden" name="onderwerp" value={topicId} />}
        <SubmitButton>Verder</SubmitButton>
      </form>
      {!signedIn && (
        <p>
          Kent de provincie u al? <a href="/inloggen?naar=/aanvragen">Log in</a>, dan hoeft u minder in te vullen.
        </p>
      )}
    </RequesterLayout>
  )
}
