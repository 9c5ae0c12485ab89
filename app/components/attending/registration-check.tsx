import { facilityWords, participantRoleWords } from '#app/domain/attending/registration.ts'
import type { RegistrationEntries } from '#app/forms/attending/registration-form.ts'
import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { DefinitionList } from '../page/definition-list.tsx'

type RegistrationCheckProps = {
  entries: RegistrationEntries
  /** The seats are gone: who goes on gets a place on the waiting list. */
  isFull: boolean
}

/** What was filled in, once more, before it counts. Nothing is kept until the button is pressed. */
export function RegistrationCheck({ entries, isFull }: RegistrationCheckProps) {
  const { name, address, role, facility, question } = entries
  return (
    <>
      <DefinitionList
        rows={[
          { key: 'name', term: 'Naam', value: name },
          { key: 'address', term: 'E-mailadres', value: address },
          { key: 'role', term: 'Rol', value: participantRoleWords[role] },
          { key: 'facility', term: 'Nodig', value: facility ? facilityWords(facility) : 'Niets' },
          { key: 'question', term: 'Vraag vooraf', value: question ?? 'Geen' },
        ]}
      />
      <PostForm className="stack">
        {Object.entries({ name, address, role, facility, question }).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value ?? ''} />
        ))}
        <div className="actions">
          <SubmitButton name="stap" value="aanmelden">
            {isFull ? 'Op de wachtlijst zetten' : 'Aanmelding versturen'}
          </SubmitButton>
          <SubmitButton kind="secondary" name="stap" value="wijzigen">
            Gegevens wijzigen
          </SubmitButton>
        </div>
      </PostForm>
    </>
  )
}
