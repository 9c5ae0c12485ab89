import { PreviewSteps } from '../form/preview-steps.tsx'
import type { ForeseenMailListProps } from '../inviting/foreseen-mail-list.tsx'
import { ContactMailPreview } from './contact-mail-preview.tsx'
import { DateWarnings } from './date-warnings.tsx'

type ProposalPreviewProps = {
  preview: {
    evenings: readonly { when: string; reason: string; warnings: readonly string[] }[]
    mails: Pick<ForeseenMailListProps['mails'], 'kinds' | 'withheld'>
  }
  contactName: string
  /** What was typed, to be sent again by the button that does it. */
  entries: readonly (readonly [string, string])[]
}

/** The evenings as the council will see them, what speaks against each, and who gets which mail; with the way on and the way back. */
export function ProposalPreview({ preview: { evenings, mails }, contactName, entries }: ProposalPreviewProps) {
  return (
    <>
      <p>Dit krijgt de griffie te zien, de beste avond eerst:</p>
      <ol className="stack">
        {evenings.map(({ when, reason, warnings }) => (
          <li key={when}>
            <strong>{when}</strong>
            <br />
            {reason}
            <DateWarnings sentences={warnings} />
          </li>
        ))}
      </ol>
      <p>Er wordt nog niets vastgehouden: geen zaal en geen spreker. Raadsleden krijgen geen bericht.</p>
      <h2>Wie bericht krijgt</h2>
      <ContactMailPreview mails={mails} contactName={contactName} />
      <PreviewSteps entries={entries} step="versturen">
        Voorstel versturen
      </PreviewSteps>
    </>
  )
}
