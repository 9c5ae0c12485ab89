import { ErrorSummary } from '../form/error-summary.tsx'
import { SelectField, type SelectOption } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { namedField } from './named-field.ts'
import { RequesterLayout, type SignedInRequester } from './requester-layout.tsx'

type ChooseMunicipalityProps = {
  signedIn: SignedInRequester | undefined
  municipalities: readonly SelectOption[]
  topicId: string | undefined
  /** The form was sent without a choice. */
  isRefused: boolean
}

/** A request is always of one council first: the form is made to measure for it. */
export function ChooseMunicipality({ signedIn, municipalities, topicId, isRefused }: ChooseMunicipalityProps) {
  const allErrors: Record<string, string[]> = isRefused ? { gemeente: ['Kies een gemeente.'] } : {}
  const form = { id: 'kiezen', allErrors }
  const field = namedField(form, 'gemeente', undefined)
  return (
    <RequesterLayout signedIn={signedIn} current="aanvragen">
      <ErrorSummary form={form} />
      <h1>Briefing aanvragen</h1>
      <p className="lead">Voor welke gemeenteraad vraagt u een briefing aan? Wij stellen dan voor wat bij u past.</p>
      <form method="get" action="/aanvragen" className="form stack">
        <SelectField field={field} label="Gemeente" prompt="Kies een gemeente" options={municipalities} />
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
