import { type SubmissionResult, useForm } from '@conform-to/react'
import type { MailReach } from '#app/domain/inviting/mail-reach.ts'
import type { Venue } from '#app/domain/scheduling/briefing-session.ts'
import type { VenueEntries } from '#app/forms/scheduling/venue-form.ts'
import { AllNeeded } from '../form/all-needed.tsx'
import { CheckboxField } from '../form/checkbox-field.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormField } from '../form/form-field.tsx'
import { PostForm } from '../form/post-form.tsx'
import { RefusalBanner } from '../form/refusal-banner.tsx'
import { SelectField } from '../form/select-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TextAreaField } from '../form/text-area-field.tsx'
import { MailCameBack } from '../inviting/mail-came-back.tsx'
import { Breadcrumbs } from '../page/breadcrumbs.tsx'
import { type FactRow, StandsNow } from './stands-now.tsx'

type VenuePageProps = {
  /** Absent for a new one. */
  venue?: Venue & { mailbox?: string; reach?: MailReach }
  municipalities: readonly { id: string; name: string }[]
  lastResult: SubmissionResult<string[]> | undefined
}

/** What staff write down of a room. */
export function VenuePage({ venue, municipalities, lastResult }: VenuePageProps) {
  const [form, fields] = useForm<VenueEntries & { version: string }>({
    id: 'venue',
    lastResult,
    defaultValue: {
      ...venue,
      version: venue?.version.toString(),
      capacity: venue?.capacity?.toString(),
      active: (venue?.active ?? true) ? 'on' : '',
    },
  })
  return (
    <>
      <ErrorSummary form={form} />
      <RefusalBanner form={form} />
      <Breadcrumbs crumbs={[{ href: '/beheer/zalen', text: 'Zalen' }]} />
      <h1>{venue?.name ?? 'Zaal toevoegen'}</h1>
      {venue && fields.version.initialValue !== String(venue.version) && (
        <StandsNow rows={venueFacts(venue, municipalities)} />
      )}
      {venue?.reach === 'cameBack' && <MailCameBack />}
      <PostForm id={form.id} className="form">
        <AllNeeded />
        {venue && <input type="hidden" name="version" value={venue.version} />}
        <FormField field={fields.name} label="Naam van de zaal" />
        <FormField field={fields.address} label="Adres" optional />
        <SelectField
          field={fields.municipalityId}
          label="Gemeente"
          optional
          prompt="Geen gemeente"
          options={municipalities.map(({ id, name }) => ({ value: id, text: name }))}
          hint="Wil de raad van deze gemeente in de eigen raadzaal zitten? Dan staat deze zaal al gekozen, als wij er maar één kennen."
        />
        <FormField
          field={fields.mailbox}
          label="E-mailadres van de zaal"
          optional
          type="email"
          autoComplete="off"
          hint="Een postbus die de zaal reserveert, of van wie de zaal beheert. Die krijgt de uitnodiging en antwoordt."
        />
        <FormField field={fields.capacity} label="Aantal plaatsen" optional type="number" width={4} />
        <TextAreaField
          field={fields.accessFacts}
          label="Toegang"
          optional
          rows={3}
          hint="Ingang, lift, ringleiding, parkeren. Deelnemers lezen dit."
        />
        <CheckboxField field={fields.active} label="Deze zaal is te kiezen" />
        <div className="actions">
          <SubmitButton>Zaal opslaan</SubmitButton>
          <a href="/beheer/zalen">Niet opslaan</a>
        </div>
      </PostForm>
    </>
  )
}

function venueFacts(
  venue: NonNullable<VenuePageProps['venue']>,
  municipalities: VenuePageProps['municipalities'],
): FactRow[] {
  return [
    ['Naam van de zaal', venue.name],
    ['Adres', venue.address],
    ['Gemeente', municipalities.find(({ id }) => id === venue.municipalityId)?.name],
    ['E-mailadres van de zaal', venue.mailbox],
    ['Aantal plaatsen', venue.capacity?.toString()],
    ['Toegang', venue.accessFacts],
    ['Te kiezen', venue.active ? 'ja' : 'nee'],
  ]
}
