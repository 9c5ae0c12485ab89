import { type SubmissionResult, useForm } from '@conform-to/react'
import type { MailReach } from '#app/domain/inviting/mail-reach.ts'
import type { Speaker } from '#app/domain/scheduling/speaker.ts'
import type { SpeakerEntries } from '#app/forms/scheduling/speaker-form.ts'
import { AllNeeded } from '../form/all-needed.tsx'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import type { Choice } from '../form/choice-fieldset.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormField } from '../form/form-field.tsx'
import { PostForm } from '../form/post-form.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { MailCameBack } from '../inviting/mail-came-back.tsx'
import { Breadcrumbs } from '../page/breadcrumbs.tsx'
import { type FactRow, StandsNow } from './stands-now.tsx'

type SpeakerPageProps = {
  /** Absent for a new one. */
  speaker?: Speaker & { mailbox?: string; reach?: MailReach }
  topics: readonly Choice[]
  lastResult: SubmissionResult<string[]> | undefined
}

/** What staff write down of a speaker. */
export function SpeakerPage({ speaker, topics, lastResult }: SpeakerPageProps) {
  const [form, fields] = useForm<SpeakerEntries & { version: string }>({
    id: 'speaker',
    lastResult,
    defaultValue: { ...speaker, version: speaker?.version.toString(), active: (speaker?.active ?? true) ? 'on' : '' },
  })
  return (
    <>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/sprekers', text: 'Sprekers' }]} />
      <h1>{speaker?.name ?? 'Spreker toevoegen'}</h1>
      {speaker && fields.version.initialValue !== String(speaker.version) && (
        <StandsNow rows={speakerFacts(speaker, topics)} />
      )}
      {speaker && (
        <p>
          <a href={`/beheer/sprekers/${speaker.id}/agenda`}>Agenda-adres van deze spreker</a>
        </p>
      )}
      {speaker?.reach === 'cameBack' && <MailCameBack />}
      <PostForm id={form.id} className="form">
        <AllNeeded />
        {speaker && <input type="hidden" name="version" value={speaker.version} />}
        <FormField field={fields.name} label="Naam" hint="Zoals die op een naambordje staat." />
        <FormField field={fields.organisation} label="Organisatie of afdeling" optional />
        <FormField
          field={fields.mailbox}
          label="E-mailadres"
          optional
          type="email"
          autoComplete="off"
          hint="Hier komt de uitnodiging voor in de agenda. Zonder adres belt u zelf."
        />
        <CheckboxGroup
          field={fields.topicIds}
          legend="Over welke onderwerpen kan deze spreker spreken?"
          optional
          choices={topics}
        />
        <CheckboxField field={fields.active} label="Deze spreker is te kiezen" />
        <div className="actions">
          <SubmitButton>Spreker opslaan</SubmitButton>
          <a href="/beheer/sprekers">Niet opslaan</a>
        </div>
      </PostForm>
    </>
  )
}

function speakerFacts(speaker: NonNullable<SpeakerPageProps['speaker']>, topics: readonly Choice[]): FactRow[] {
  const titles = topics.filter(({ value }) => speaker.topicIds.includes(value)).map(({ text }) => text)
  return [
    ['Naam', speaker.name],
    ['Organisatie of afdeling', speaker.organisation],
    ['E-mailadres', speaker.mailbox],
    ['Onderwerpen', titles.join(', ')],
    ['Te kiezen', speaker.active ? 'ja' : 'nee'],
  ]
}
