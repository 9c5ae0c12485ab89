import { mailInWords } from '#app/domain/scheduling/session-words.ts'
import { PreviewSteps } from '../form/preview-steps.tsx'
import { MailPreview } from '../inviting/mail-preview.tsx'
import { DateWarnings } from './date-warnings.tsx'

type ProposalPreviewProps = {
  preview: {
    evenings: readonly { when: string; reason: string; warnings: readonly string[] }[]
    mails: { kinds: readonly { kind: string; mails: number }[]; withheld: number }
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
      <MailPreview
        mails={mails.kinds.map(({ kind, mails: count }) => ({
          key: kind,
          mail: mailInWords(kind, '').mail,
          to: contactName,
          count,
        }))}
      />
      {mails.withheld > 0 && <p>1 mail blijft liggen, omdat er een adres of het DOS-nummer ontbreekt.</p>}
      <PreviewSteps entries={entries} step="versturen">
        Voorstel versturen
      </PreviewSteps>
    </>
  )
}
